package health.visavis.kernel;

import java.util.UUID;

/// Somebody who can sign in or be named: patient, clinician, front desk, admin.
public record PersonId(UUID value) {

    public static PersonId next() {
        return new PersonId(TimeOrderedId.next());
    }

    /// @throws IllegalArgumentException when the text is no UUID; the message does not repeat it
    public static PersonId of(String text) {
        return new PersonId(TimeOrderedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
