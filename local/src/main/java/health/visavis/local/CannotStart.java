package health.visavis.local;

/// The local edition can not start, and its message is the one sentence that tells a person why and what to do.
public final class CannotStart extends RuntimeException {

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
