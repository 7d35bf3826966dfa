package health.visavis.proof.address;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Files may be kept on the way, pages of people never.
final class Caching {

    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    private Caching() {}

    static List<Finding> of(Address address) throws IOException, InterruptedException {
        var file = FILE.matcher(address.get("/", Map.of("Accept", "text/html")).body());
        if (!file.find()) {
            return List.of(new Finding.Fails("files of the pages may be kept", "the front page names none"));
        }
        var kept = address.get(file.group(1), Map.of());
        var person = address.get("/appointments", Map.of("Accept", "text/html"));
        var again = address.get("/appointments", Map.of("Accept", "text/html"));
        return List.of(
                Finding.of(
                        "files of the pages may be kept",
                        kept.statusCode() == 200 && cacheControl(kept).contains("max-age"),
                        "it answers " + kept.statusCode() + ", Cache-Control: " + cacheControl(kept)),
                Finding.of(
                        "what is a person's may not be kept, and is not",
                        cacheControl(person).contains("no-store")
                                && again.headers().firstValue("Age").isEmpty()
                                && !again.headers()
                                        .firstValue("X-Cache")
                                        .orElse("")
                                        .contains("HIT"),
                        "Cache-Control: " + cacheControl(person)));
    }

    private static String cacheControl(java.net.http.HttpResponse<?> answer) {
        return answer.headers().firstValue("Cache-Control").orElse("none");
    }
}
