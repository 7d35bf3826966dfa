package health.visavis.web.scheduling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A patient's appointments.
public record AppointmentsView(List<Line> upcoming, List<Line> past) {

    /// @param clinician whom the patient will meet, or met
    /// @param door where the visit is entered; null while it cannot be
    public record Line(
            String path,
            Instant at,
            String clinician,
            AppointmentStatus status,
            @Nullable String door) {}
}
