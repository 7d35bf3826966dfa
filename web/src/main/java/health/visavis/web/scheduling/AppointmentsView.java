package health.visavis.web.scheduling;

import java.time.Instant;
import java.util.List;

/// A patient's appointments.
public record AppointmentsView(List<Line> upcoming, List<Line> past) {

    /// @param clinician whom the patient will meet, or met
    /// @param door whether the visit can be entered now
    public record Line(String path, Instant at, String clinician, AppointmentStatus status, boolean door) {}
}
