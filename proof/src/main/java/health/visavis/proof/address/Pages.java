package health.visavis.proof.address;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What strangers are shown, under which headers, and what they are not.
final class Pages {

    private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d+)");
    private static final long A_YEAR = 31_536_000;

    private Pages() {}

    static List<Finding> of(Address address) throws IOException, InterruptedException {
        var findings = new ArrayList<Finding>();
        findings.add(isReady(address));
        var front = address.get("/", Map.of("Accept", "text/html"));
        findings.add(
                Finding.of("the front page is there", front.statusCode() == 200, "it answers " + front.statusCode()));
        findings.add(Finding.of(
                "HTTP/2 is spoken", front.version() == HttpClient.Version.HTTP_2, "it is " + front.version()));
        findings.addAll(headers(front));
        findings.add(strangersProgramIsRefused(address));
        for (var path : List.of("/actuator/prometheus", "/actuator/env", "/actuator/heapdump")) {
            var status = address.get(path, Map.of()).statusCode();
            findings.add(Finding.of(path + " is closed", status >= 300, "it answers " + status));
        }
        return findings;
    }

    private static Finding isReady(Address address) throws IOException, InterruptedException {
        var ready = address.get("/readyz", Map.of());
        return Finding.of(
                "it is ready, and says no more of itself",
                ready.statusCode() == 200
                        && ready.body().contains("\"UP\"")
                        && !ready.body().contains("components"),
                "it answers " + ready.statusCode());
    }

    private static List<Finding> headers(HttpResponse<?> page) {
        var policy = value(page, "Content-Security-Policy");
        var maxAge = MAX_AGE.matcher(value(page, "Strict-Transport-Security"));
        return List.of(
                Finding.of(
                        "browsers come back by HTTPS only, for a year (HSTS)",
                        maxAge.find() && Long.parseLong(maxAge.group(1)) >= A_YEAR,
                        shown(page, "Strict-Transport-Security")),
                Finding.of(
                        "nothing foreign runs in a page (CSP)",
                        policy.contains("default-src 'none'")
                                && policy.contains("frame-ancestors 'none'")
                                && !policy.contains("unsafe"),
                        shown(page, "Content-Security-Policy")),
                is(page, "types are not guessed", "X-Content-Type-Options", "nosniff"),
                is(page, "other sites do not learn where people come from", "Referrer-Policy", "same-origin"),
                is(page, "other windows have no hold of ours", "Cross-Origin-Opener-Policy", "same-origin"),
                Finding.of(
                        "camera and microphone are ours alone",
                        value(page, "Permissions-Policy").contains("camera=(self)"),
                        shown(page, "Permissions-Policy")),
                Finding.of(
                        "nothing is kept by the way",
                        value(page, "Cache-Control").contains("no-store"),
                        shown(page, "Cache-Control")),
                Finding.of(
                        "no version of a program is told",
                        !(value(page, "Server") + value(page, "X-Powered-By")).matches(".*\\d.*"),
                        shown(page, "Server") + ", " + shown(page, "X-Powered-By")));
    }

    private static Finding strangersProgramIsRefused(Address address) throws IOException, InterruptedException {
        var answer = address.get("/api/slots", Map.of());
        return Finding.of(
                "a stranger's program is told to sign in",
                answer.statusCode() == 401 && value(answer, "Content-Type").startsWith("application/problem+json"),
                "it answers " + answer.statusCode() + ", " + shown(answer, "Content-Type"));
    }

    private static Finding is(HttpResponse<?> page, String expected, String header, String value) {
        return Finding.of(expected, value(page, header).equals(value), shown(page, header));
    }

    private static String shown(HttpResponse<?> page, String header) {
        var value = value(page, header);
        return value.isEmpty() ? "no " + header : header + ": " + value;
    }

    private static String value(HttpResponse<?> page, String header) {
        return page.headers().firstValue(header).orElse("");
    }
}
