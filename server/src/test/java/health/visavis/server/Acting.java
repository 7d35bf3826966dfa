package health.visavis.server;

import health.visavis.access.ProxyScope;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Somebody who acts for the patient of the matrix, or did; and what `proxy-matrix.txt` says is open to them.
enum Acting {
    /// Was given everything.
    PROXY,
    /// Was given the record and nothing else.
    PROXY_OF_RECORD,
    /// Was given everything, and the patient has taken it back.
    PROXY_ENDED;

    /// To whom something is open.
    private static final Map<String, String> OPEN = MatrixFile.read("proxy-matrix.txt", words -> words).stream()
            .collect(Collectors.toMap(
                    words -> String.join(" ", words.subList(0, words.size() - 1)), words -> words.getLast()));

    private static final String GRANT = "GRANT";
    private static final String SELF = "SELF";

    /// The role may not, or not for this (403); or it is over, or not theirs as themselves (404).
    private static final String REFUSED = "refused";

    private String expected(String what) {
        return switch (OPEN.getOrDefault(what, "")) {
            case "" -> REFUSED;
            case SELF -> "ok";
            case GRANT -> this == PROXY_ENDED ? "404" : "ok";
            default -> expected(ProxyScope.valueOf(OPEN.get(what)));
        };
    }

    private String expected(ProxyScope scope) {
        return switch (this) {
            case PROXY -> "ok";
            case PROXY_OF_RECORD -> scope == ProxyScope.RECORD ? "ok" : "403";
            case PROXY_ENDED -> "404";
        };
    }

    /// Whether an answer is the expected one.
    ///
    /// @param what a route, or the name of a use case
    boolean isExpected(String what, String answer) {
        var expected = expected(what);
        return expected.equals(REFUSED) ? answer.equals("403") || answer.equals("404") : answer.equals(expected);
    }

    /// For the page of the docs.
    static Optional<String> openTo(String what) {
        return Optional.ofNullable(OPEN.get(what));
    }
}
