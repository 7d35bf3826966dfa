package health.visavis.server;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Somebody who came by a sealed code, and what `code-matrix.txt` says is open to them.
enum ByCode {
    /// Treats the patient of the matrix, and has not opened the record.
    BEFORE_OPENING,
    /// Does not treat the patient, and has opened the record in an emergency.
    OPENED;

    private static final String ALWAYS = "ALWAYS";

    /// When something is open.
    private static final Map<String, String> OPEN = MatrixFile.read("code-matrix.txt", words -> words).stream()
            .collect(Collectors.toMap(
                    words -> String.join(" ", words.subList(0, words.size() - 1)), words -> words.getLast()));

    /// Whether an answer is the expected one.
    ///
    /// @param what a route, or the name of a use case
    boolean isExpected(String what, String answer) {
        return switch (OPEN.getOrDefault(what, "")) {
            case "" -> answer.equals("403") || answer.equals("404");
            case ALWAYS -> answer.equals("ok");
            default -> answer.equals(this == OPENED ? "ok" : "404");
        };
    }

    static Map<String, String> listed() {
        return OPEN;
    }

    /// For the page of the docs.
    static Optional<String> openTo(String what) {
        return Optional.ofNullable(OPEN.get(what));
    }
}
