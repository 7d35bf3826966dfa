package health.visavis.web.telephone;

import static health.visavis.web.layout.TestShell.NOW;

import health.visavis.access.Role;
import health.visavis.kernel.Sensitive;
import health.visavis.telephone.PhoneCallSummary;
import health.visavis.telephone.PhoneCallSummary.Standing;
import health.visavis.telephone.TelephoneStanding;
import health.visavis.telephone.domain.Ending;
import health.visavis.web.components.FormErrors;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.TestShell;
import health.visavis.web.telephone.TelephoneView.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The telephone of a visit in every state, with believable content.
public final class TelephonePages {

    private static final UUID ID = UUID.fromString("0199a000-0000-7000-8000-000000000001");
    private static final Sensitive<String> NUMBER = Sensitive.of("(202) 456-1414");

    private TelephonePages() {}

    public static Map<String, String> all(Language language) {
        var patient = TestShell.of(language).signedInAs(Role.PATIENT);
        var doctor = TestShell.of(language).signedInAs(Role.DOCTOR);
        var nurse = TestShell.of(language).signedInAs(Role.NURSE);
        var refused = FormErrors.none().with("number", "This number does not exist.");
        var pages = new LinkedHashMap<String, String>();
        pages.put("telephone-patient", patient.render(page(Side.PATIENT, standing(null, null), FormErrors.none())));
        pages.put("telephone-patient-refused", patient.render(page(Side.PATIENT, standing(null, null), refused)));
        pages.put(
                "telephone-patient-waits",
                patient.render(page(Side.PATIENT, standing(NUMBER, null), FormErrors.none())));
        pages.put("telephone-nurse", nurse.render(page(Side.STAFF, standing(null, null), FormErrors.none())));
        pages.put("telephone-doctor", doctor.render(page(Side.DOCTOR, standing(NUMBER, null), FormErrors.none())));
        pages.put("telephone-doctor-refused", doctor.render(page(Side.DOCTOR, standing(null, null), refused)));
        for (var now : List.of(Standing.DIALLING, Standing.RINGING, Standing.HOLDING, Standing.ANSWERED)) {
            pages.put(
                    "telephone-doctor-" + now,
                    doctor.render(page(Side.DOCTOR, standing(NUMBER, now), FormErrors.none())));
        }
        return pages;
    }

    private static Page page(Side side, TelephoneStanding standing, FormErrors errors) {
        return Page.of(
                "telephone/page",
                new TelephoneView(
                        ID, side, "Rosa Delgado", false, true, standing, ID, errors.any() ? "555" : "", errors));
    }

    private static TelephoneStanding standing(@Nullable Sensitive<String> byPhone, @Nullable Standing now) {
        var before = new PhoneCallSummary(
                ID, false, Standing.ENDED, NUMBER, NOW.minusSeconds(300), null, NOW.minusSeconds(250), Ending.BUSY);
        var calls = now == null
                ? List.of(before)
                : List.of(
                        before,
                        new PhoneCallSummary(
                                ID, now == Standing.HOLDING, now, NUMBER, NOW.minusSeconds(20), null, null, null));
        return new TelephoneStanding(byPhone, NUMBER, calls, true, true, now == null, "(202) 456-1111");
    }
}
