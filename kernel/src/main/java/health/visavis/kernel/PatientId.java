package health.visavis.kernel;

import java.util.UUID;

/// The subject of care. A patient needs no account, so this is not a [PersonId].
public record PatientId(UUID value) {

    public static PatientId next() {
        return new PatientId(TimeOrderedId.next());
    }

    /// @throws IllegalArgumentException when the text is no UUID; the message does not repeat it
    public static PatientId of(String text) {
        return new PatientId(TimeOrderedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
