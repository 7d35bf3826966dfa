package health.visavis.kernel;

import java.util.UUID;

/// A conversation between a patient and the care team.
public record ThreadId(UUID value) {

    public static ThreadId next() {
        return new ThreadId(TimeOrderedId.next());
    }

    /// @throws IllegalArgumentException when the text is no UUID; the message does not repeat it
    public static ThreadId of(String text) {
        return new ThreadId(TimeOrderedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
