package health.visavis.web.scheduling;

import health.visavis.scheduling.AppointmentSummary;
import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The step before an appointment is called off or refused.
///
/// @param noun `cancellation` or `refusal`: ends the address and the keys
/// @param asked what the patient wrote, for whoever is about to refuse it; null: it is called off
/// @param movable whether it could have another time instead
public record EndView(
        AppointmentSummary appointment,
        String noun,
        String with,
        @Nullable String asked,
        boolean movable,
        List<Choice> reasons,
        FormErrors errors) {

    public String path() {
        return "/appointments/" + appointment.id();
    }
}
