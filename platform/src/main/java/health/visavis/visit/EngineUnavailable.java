package health.visavis.visit;

/// An engine could not do what it was asked. The visit goes on with the next one; who reads this needs no words
/// of a vendor, which may hold names and addresses.
public final class EngineUnavailable extends RuntimeException {

    public enum Reason {
        /// No answer, or none in time.
        UNREACHABLE,
        /// It answered that it is too busy.
        OVERLOADED,
        /// It does not accept us, or what we asked for.
        REFUSED,
        /// It does not know the line or the person any more.
        GONE,
        /// It answered that it has failed.
        FAILED
    }

    private final EngineName engine;
    private final Reason reason;

    public EngineUnavailable(EngineName engine, Reason reason) {
        super("The engine " + engine + " is not available: " + reason);
        this.engine = engine;
        this.reason = reason;
    }

    public EngineName engine() {
        return engine;
    }

    public Reason reason() {
        return reason;
    }
}
