package health.visavis.proof.address;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Whether the firewall at the edge stops what it should and nothing else. Every answer of the application carries its
/// content security policy; a refusal without one is the edge's.
final class Firewall {

    private static final int REFUSED = 403;
    private static final int UNREADABLE = 400;
    private static final String POLICY = "Content-Security-Policy";

    private Firewall() {}

    static List<Finding> of(Address address) throws IOException, InterruptedException {
        var findings = new ArrayList<Finding>();
        for (var attack : Corpus.attacks()) {
            findings.add(answered(address, attack, "the edge stops " + attack.what(), Firewall::isTheEdges));
        }
        for (var request : Corpus.clean()) {
            findings.add(answered(
                    address,
                    request,
                    "the application is asked for " + request.what(),
                    answer -> isTheApplications(answer) && answer.statusCode() < 500));
        }
        findings.add(liveConnectionComesThrough(address));
        return findings;
    }

    /// A line that is cut is a finding like others: what comes after it is asked all the same.
    private static Finding answered(
            Address address, Attempt attempt, String expected, Predicate<HttpResponse<?>> isAsExpected)
            throws InterruptedException {
        try {
            var answer = address.send(attempt);
            return Finding.of(expected, isAsExpected.test(answer), whoSaid(answer));
        } catch (IOException cut) {
            return new Finding.Fails(expected, "no answer, " + cut);
        }
    }

    private static boolean isTheEdges(HttpResponse<?> answer) {
        return (answer.statusCode() == REFUSED || answer.statusCode() == UNREADABLE) && !isTheApplications(answer);
    }

    /// A stranger's is refused, by the application: the edge has passed its handshake on.
    private static Finding liveConnectionComesThrough(Address address) throws IOException {
        var answer = RawRequest.of(
                address,
                "GET /live HTTP/1.1",
                Map.of(
                        "Origin", address.toString(),
                        "Connection", "Upgrade",
                        "Upgrade", "websocket",
                        "Sec-WebSocket-Version", "13",
                        "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="));
        return Finding.of(
                "the application is asked for a live connection (WebSocket)",
                answer.has(POLICY) && (answer.status() == 401 || answer.status() == REFUSED || answer.status() == 302),
                "it answers " + answer.status());
    }

    private static boolean isTheApplications(HttpResponse<?> answer) {
        return answer.headers().firstValue(POLICY).isPresent();
    }

    private static String whoSaid(HttpResponse<?> answer) {
        return (isTheApplications(answer) ? "the application" : "the edge") + " answers " + answer.statusCode();
    }
}
