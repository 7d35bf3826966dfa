package health.visavis.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/// One line of `access-matrix.txt`: a route, what everybody is answered, and what to send.
///
/// @param expected per visitor: `ok` (not refused), `403`, `404` (existence is private) or `in` (sent to sign in)
/// @param form `name=value` pairs to post, so that a refusal is a refusal and not a form error
record Route(String method, String path, Map<Visitor, String> expected, String form) {

    private static final List<String> ANSWERS = List.of("ok", "403", "404", "in");

    /// Who asks. The first five belong to the visit whose ids are used; the others are the same roles without a
    /// part in it.
    enum Visitor {
        STRANGER,
        PATIENT,
        DOCTOR,
        NURSE,
        ADMIN,
        OTHER_PATIENT,
        OTHER_DOCTOR,
        OTHER_NURSE
    }

    String name() {
        return method + " " + path;
    }

    boolean isPublic() {
        return !"in".equals(expected.get(Visitor.STRANGER));
    }

    static List<Route> all() {
        try {
            return new ClassPathResource("access-matrix.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Route::parse)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Route parse(String line) {
        var words = new ArrayList<>(Arrays.asList(line.strip().split("\\s+")));
        var expected = new EnumMap<Visitor, String>(Visitor.class);
        for (var visitor : Visitor.values()) {
            var answer = words.get(2 + visitor.ordinal());
            if (!ANSWERS.contains(answer)) {
                throw new IllegalArgumentException("no such answer in: " + line);
            }
            expected.put(visitor, answer);
        }
        var form = words.size() > 2 + Visitor.values().length ? words.getLast() : "";
        return new Route(words.get(0), words.get(1), expected, form);
    }
}
