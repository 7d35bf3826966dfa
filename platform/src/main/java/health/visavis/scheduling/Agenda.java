package health.visavis.scheduling;

import health.visavis.people.PatientSummary;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// A clinician's day on the clinic's clock, and every request that still waits for an answer.
public record Agenda(LocalDate day, ZoneId zone, List<Line> appointments, List<Line> requests) {

    /// @param patient whom the clinician will meet
    public record Line(AppointmentSummary appointment, PatientSummary patient) {}
}
