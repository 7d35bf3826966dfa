package health.visavis.messaging;

import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.ThreadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A conversation as a list shows it.
///
/// @param appointment the visit it belongs to; null for the lasting conversation of patient and clinician
/// @param unread messages after the last one this viewer read; 0 for staff who may read but do not take part
public record ThreadSummary(
        ThreadId id,
        PatientId patient,
        String patientName,
        ClinicianId clinician,
        String clinicianName,
        @Nullable AppointmentId appointment,
        long lastSequence,
        @Nullable Instant lastMessageAt,
        long unread) {

    @Override
    public String toString() {
        return "ThreadSummary[" + id + "]";
    }
}
