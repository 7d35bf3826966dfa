package health.visavis.web.scheduling;

import java.time.Instant;
import java.util.UUID;

/// What the last page of booking sends.
record BookingForm(UUID request, UUID clinician, Instant start, String reason) {

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
