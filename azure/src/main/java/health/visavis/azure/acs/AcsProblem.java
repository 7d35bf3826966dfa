package health.visavis.azure.acs;

import org.jspecify.annotations.Nullable;

/// A request that did not succeed. It says which one and what kind of answer there was; the vendor's message
/// stays behind, since that repeats what we sent: numbers and addresses of people.
final class AcsProblem extends RuntimeException {

    enum Kind {
        /// No answer, or none in time.
        UNREACHABLE,
        /// Too many requests, or a service that is too busy.
        BUSY,
        /// We are not let in, or may not do this.
        REFUSED,
        /// There is no such room, user, call or recording (any more).
        GONE,
        /// The request itself is wrong.
        INVALID,
        /// The service has failed, or answered what we do not understand.
        FAILED
    }

    private static final int LONGEST_CODE = 60;

    private final Kind kind;

    private AcsProblem(String message, Kind kind) {
        super(message);
        this.kind = kind;
    }

    static AcsProblem unanswered(AcsOperation operation, Kind kind, Throwable cause) {
        return new AcsProblem(operation + " had no answer: " + cause.getClass().getSimpleName(), kind);
    }

    static AcsProblem answered(AcsOperation operation, int status, @Nullable String code) {
        return new AcsProblem(
                operation + " was answered with " + status + (code == null ? "" : " " + word(code)),
                kind(status, code));
    }

    static AcsProblem unreadable(AcsOperation operation) {
        return new AcsProblem(operation + " was answered with something else than expected", Kind.FAILED);
    }

    Kind kind() {
        return kind;
    }

    private static Kind kind(int status, @Nullable String code) {
        return switch (status) {
            case 401 -> "IdentityNotOwned".equals(code) ? Kind.GONE : Kind.REFUSED;
            case 403 -> Kind.REFUSED;
            case 404 -> Kind.GONE;
            case 408, 504 -> Kind.UNREACHABLE;
            case 429, 503 -> Kind.BUSY;
            default -> status >= 500 ? Kind.FAILED : Kind.INVALID;
        };
    }

    /// A code is a word; anything else could be anything.
    private static String word(String code) {
        return code.length() <= LONGEST_CODE && code.chars().allMatch(Character::isLetterOrDigit) ? code : "";
    }
}
