package health.visavis.kernel;

import java.util.UUID;

/// A clinic: FHIR's Organization that employs clinicians.
public record ClinicId(UUID value) {

    public static ClinicId next() {
        return new ClinicId(TimeOrderedId.next());
    }

    /// @throws IllegalArgumentException when the text is no UUID; the message does not repeat it
    public static ClinicId of(String text) {
        return new ClinicId(TimeOrderedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
