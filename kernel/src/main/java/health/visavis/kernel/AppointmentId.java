package health.visavis.kernel;

import java.util.UUID;

/// A time that a patient and a clinician mean to meet.
public record AppointmentId(UUID value) {

    public static AppointmentId next() {
        return new AppointmentId(TimeOrderedId.next());
    }

    /// @throws IllegalArgumentException when the text is no UUID; the message does not repeat it
    public static AppointmentId of(String text) {
        return new AppointmentId(TimeOrderedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
