package health.visavis.server;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// One line of `access-matrix.txt`: a route, what everybody is answered, and what to send.
///
/// @param expected per visitor: `ok` (not refused), `403`, `404` (existence is private) or `in` (sent to sign in)
/// @param form `name=value` pairs to post, so that a refusal is a refusal and not a form error
record Route(String method, String path, Map<Visitor, String> expected, String form) {

    private static final Set<String> ANSWERS = Set.of("ok", "403", "404", "in");

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
        return MatrixFile.read("access-matrix.txt", Route::parse);
    }

    private static Route parse(List<String> words) {
        var visitors = Visitor.values().length;
        var expected = MatrixFile.answers(words.subList(2, words.size()), Visitor.class, ANSWERS);
        var form = words.size() > 2 + visitors ? words.getLast() : "";
        return new Route(words.get(0), words.get(1), expected, form);
    }
}
