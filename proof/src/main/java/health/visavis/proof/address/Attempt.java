package health.visavis.proof.address;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// One request that is sent to see who answers it.
///
/// @param what it is, for a sentence
/// @param path with its query, encoded
record Attempt(String what, String method, String path, Map<String, String> headers, byte[] body) {

    static Attempt get(String what, String path) {
        return new Attempt(what, "GET", path, Map.of("Accept", "text/html"), new byte[0]);
    }

    /// @param value of a parameter that the front page does not look at
    static Attempt asked(String what, String value) {
        return get(what, "/?q=" + encoded(value));
    }

    static Attempt form(String what, String path, String field, String value) {
        return sent(what, path, "application/x-www-form-urlencoded", field + "=" + encoded(value));
    }

    static Attempt sent(String what, String path, String type, String body) {
        return new Attempt(
                what,
                "POST",
                path,
                Map.of("Content-Type", type, "Accept", "text/html, application/json"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    Attempt with(String header, String value) {
        var more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new Attempt(what, method, path, Map.copyOf(more), body);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
