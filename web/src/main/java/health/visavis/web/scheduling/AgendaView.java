package health.visavis.web.scheduling;

import health.visavis.people.ClinicianSummary;
import health.visavis.web.components.Crumb;
import health.visavis.web.visit.VisitWarning;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A clinician's day.
///
/// @param others the clinicians of the team, for those who work for several
/// @param here the address of this clinician's agenda among them
/// @param today the way back to today; null on today's page
/// @param hours whether the viewer sets these hours
public record AgendaView(
        ClinicianSummary clinician,
        LocalDate day,
        ZoneId zone,
        List<Line> appointments,
        List<Request> requests,
        List<Crumb> others,
        String here,
        String before,
        String after,
        @Nullable String today,
        boolean hours) {

    public record Line(
            String path,
            Instant start,
            Instant end,
            String patient,
            AppointmentStatus status,
            @Nullable VisitWarning warning) {}

    /// @param version as read: what is confirmed is what was seen
    /// @param answers whether the viewer may confirm
    public record Request(String path, Instant start, String patient, String version, boolean answers) {}
}
