package health.visavis.web.scheduling;

import health.visavis.scheduling.AppointmentSummary;
import org.jspecify.annotations.Nullable;

/// Choosing another time.
///
/// @param side `patient` or `clinic`
/// @param refusal ends the key of why the time chosen before could not be had
public record MoveView(
        AppointmentSummary appointment,
        String side,
        String with,
        WeekOfTimes week,
        @Nullable String refusal) {

    /// The key of the sentence that says why.
    public String refused() {
        var key = "scheduling.refused." + refusal;
        return "busy".equals(refusal) && side.equals("patient") ? key + ".patient" : key;
    }

    public String path() {
        return "/appointments/" + appointment.id();
    }
}
