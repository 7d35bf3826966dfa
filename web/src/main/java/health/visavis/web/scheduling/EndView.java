package health.visavis.web.scheduling;

import health.visavis.scheduling.AppointmentSummary;
import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import java.util.List;

/// The step before an appointment is called off or refused.
///
/// @param noun `cancellation` or `refusal`: ends the address and the keys
public record EndView(
        AppointmentSummary appointment, String noun, String with, List<Choice> reasons, FormErrors errors) {

    public String path() {
        return "/appointments/" + appointment.id();
    }
}
