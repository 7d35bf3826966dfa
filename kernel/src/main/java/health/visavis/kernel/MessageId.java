package health.visavis.kernel;

import java.util.UUID;

/// One message in a thread.
public record MessageId(UUID value) {

    public static MessageId next() {
        return new MessageId(TimeOrderedId.next());
    }

    /// @throws IllegalArgumentException when the text is no UUID; the message does not repeat it
    public static MessageId of(String text) {
        return new MessageId(TimeOrderedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
