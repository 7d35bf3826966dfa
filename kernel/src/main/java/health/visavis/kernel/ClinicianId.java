package health.visavis.kernel;

import java.util.UUID;

/// Somebody who gives care and has hours of their own.
public record ClinicianId(UUID value) {

    public static ClinicianId next() {
        return new ClinicianId(TimeOrderedId.next());
    }

    /// @throws IllegalArgumentException when the text is no UUID; the message does not repeat it
    public static ClinicianId of(String text) {
        return new ClinicianId(TimeOrderedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
