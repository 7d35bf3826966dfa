package health.visavis.web.breakglass;

import health.visavis.breakglass.EmergencyReason;
import health.visavis.breakglass.ListOwnEmergencies;
import health.visavis.breakglass.OpenInEmergency;
import health.visavis.people.PatientSummary;
import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import health.visavis.web.layout.Shell;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param proven whether the viewer has shown lately who they are
/// @param open what the viewer has opened and is open still
/// @param found who was found; null before anybody was looked for
public record EmergencyAccessView(
        boolean proven,
        List<ListOwnEmergencies.Named> open,
        EmergencyForm form,
        FormErrors errors,
        @Nullable List<PatientSummary> found) {

    public static final String PROVE = "/sign-in/again?to=" + EmergencyAccessController.PATH;

    public static String longest() {
        return Integer.toString(OpenInEmergency.LONGEST_WORDS);
    }

    public static List<Choice> reasons(Shell shell) {
        return Arrays.stream(EmergencyReason.values())
                .map(reason -> Choice.of(reason.name(), reason(shell, reason)))
                .toList();
    }

    public static String reason(Shell shell, EmergencyReason reason) {
        return shell.t("breakglass.reason." + reason);
    }
}
