package health.visavis.scheduling;

import health.visavis.kernel.AppointmentId;
import health.visavis.keys.RowContext;

/// Where scheduling keeps sealed values.
final class SealedPlaces {

    private SealedPlaces() {}

    static RowContext reasonOf(AppointmentId id) {
        return RowContext.of("appointment", "reason_sealed", id.value());
    }
}
