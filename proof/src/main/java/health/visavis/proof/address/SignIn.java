package health.visavis.proof.address;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Whether a stranger who wants a page ends at the sign-in provider, with everything that it must be told.
final class SignIn {

    private static final Map<String, String> LIKE_A_BROWSER = Map.of("Accept", "text/html");
    private static final String RETURN = "/login/oauth2/code/visavis";

    private static final int MOST_STEPS = 5;

    private SignIn() {}

    static List<Finding> of(Address address) throws IOException, InterruptedException {
        var refused = address.get("/audit", LIKE_A_BROWSER);
        var start = address.resolve(location(refused));
        var isSent = refused.statusCode() == 302 && address.isOurs(start);
        var sent = Finding.of(
                "a stranger who wants a page is sent to sign in", isSent, "it answers " + refused.statusCode());
        if (!isSent) {
            return List.of(sent);
        }
        var begun = address.get(start, LIKE_A_BROWSER);
        var provider = URI.create(location(begun));
        var asked = query(provider);
        var cookie = begun.headers().firstValue("Set-Cookie").orElse("");
        var findings = new ArrayList<>(List.of(
                sent,
                Finding.of(
                        "sign-in is at " + (provider.getHost() == null ? "a provider" : provider.getHost())
                                + ", by HTTPS",
                        begun.statusCode() == 302 && "https".equals(provider.getScheme()),
                        "it answers " + begun.statusCode() + " and leads to " + provider.getScheme()),
                Finding.of(
                        "with a code, proof of the key that asked (PKCE), state and nonce",
                        "code".equals(asked.get("response_type"))
                                && "S256".equals(asked.get("code_challenge_method"))
                                && asked.containsKey("state")
                                && asked.containsKey("nonce"),
                        "it asks with " + asked.keySet()),
                Finding.of(
                        "and back to this address",
                        address.resolve(RETURN).toString().equals(asked.get("redirect_uri")),
                        "it leads to " + asked.getOrDefault("redirect_uri", "nowhere")),
                Finding.of(
                        "the session's cookie goes nowhere else (__Host-, Secure, HttpOnly, SameSite)",
                        cookie.startsWith("__Host-")
                                && List.of("Secure", "HttpOnly", "SameSite=").stream()
                                        .allMatch(cookie::contains),
                        cookie.isEmpty() ? "there is none" : "it is " + cookie.replaceFirst("=[^;]*", "=…"))));
        if ("https".equals(provider.getScheme())) {
            findings.add(isShown(address, provider));
        }
        return findings;
    }

    private static Finding isShown(Address address, URI provider) throws IOException, InterruptedException {
        var expected = "there the sign-in page is shown";
        var page = address.get(provider, LIKE_A_BROWSER);
        for (int step = 0; step < MOST_STEPS && page.statusCode() / 100 == 3; step++) {
            page = address.get(page.uri().resolve(location(page)), LIKE_A_BROWSER);
        }
        return Finding.of(
                expected,
                page.statusCode() == 200
                        && page.headers().firstValue("Content-Type").orElse("").startsWith("text/html"),
                "it answers " + page.statusCode());
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static Map<String, String> query(URI link) {
        return link.getRawQuery() == null
                ? Map.of()
                : Arrays.stream(link.getRawQuery().split("&"))
                        .map(pair -> pair.split("=", 2))
                        .filter(pair -> pair.length == 2)
                        .collect(Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                                (one, other) -> one));
    }
}
