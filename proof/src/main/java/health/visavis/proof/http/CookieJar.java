package health.visavis.proof.http;

import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/// Cookies of one host, which browsers share between its ports. Paths and expiry dates are not looked at;
/// `Max-Age=0` is.
final class CookieJar {

    private final Map<String, String> cookies = new ConcurrentSkipListMap<>();

    void keep(HttpHeaders headers) {
        for (var cookie : headers.allValues("set-cookie")) {
            var parts = cookie.split(";");
            int equals = parts[0].indexOf('=');
            var name = parts[0].substring(0, equals).strip();
            var value = parts[0].substring(equals + 1).strip();
            if (value.isEmpty() || cookie.contains("Max-Age=0")) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        }
    }

    void keep(String name, String value) {
        cookies.put(name, value);
    }

    Map<String, String> all() {
        return Map.copyOf(cookies);
    }

    String header() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
