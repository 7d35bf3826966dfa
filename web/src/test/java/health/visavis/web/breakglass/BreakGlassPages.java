package health.visavis.web.breakglass;

import static health.visavis.web.layout.TestShell.NOW;

import health.visavis.access.Role;
import health.visavis.breakglass.EmergencyAccess;
import health.visavis.breakglass.EmergencyReason;
import health.visavis.breakglass.ListOwnEmergencies.Named;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.people.Gender;
import health.visavis.people.PatientSummary;
import health.visavis.web.components.FormErrors;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.TestShell;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The page on which a record is opened in an emergency, in its states.
public final class BreakGlassPages {

    private static final PatientId PATIENT = new PatientId(new UUID(7, 7));
    private static final EmergencyForm TYPED =
            new EmergencyForm("Rosa Delgado", "3", "9", "1961", null, "OTHER", "Collapsed", false);

    private BreakGlassPages() {}

    public static Map<String, String> all(Language language) {
        var shell = TestShell.of(language).signedInAs(Role.DOCTOR).at("/emergency-access");
        var errors = FormErrors.none().with("name", "?").with("born", "?");
        var wrong = FormErrors.none().with("reason", "?").with("words", "?").with("warned", "?");
        var empty = EmergencyForm.empty();
        var pages = new LinkedHashMap<String, String>();
        pages.put("emergency-access", shell.render(page(true, List.of(), empty, FormErrors.none())));
        pages.put("emergency-access-not-proven", shell.render(page(false, List.of(open()), empty, FormErrors.none())));
        pages.put("emergency-access-incomplete", shell.render(page(true, List.of(), empty, errors)));
        pages.put("emergency-access-nobody", shell.render(found(FormErrors.none())));
        pages.put("emergency-access-found", shell.render(found(FormErrors.none(), patient(8))));
        pages.put("emergency-access-wrong", shell.render(found(wrong, patient(8), patient(9))));
        var byCode = TestShell.of(language).byCode().at("/emergency-access");
        pages.put(
                "emergency-access-by-code",
                byCode.render(page(true, List.of(open()), EmergencyForm.empty(), FormErrors.none())));
        var stranger = TestShell.of(language).at("/emergency-sign-in");
        pages.put("emergency-sign-in", stranger.render(signIn(null, FormErrors.none(), false)));
        pages.put(
                "emergency-sign-in-wrong",
                stranger.render(signIn("1004", FormErrors.none().with("code", "?"), false)));
        pages.put(
                "emergency-sign-in-signed-in",
                shell.at("/emergency-sign-in").render(signIn(null, FormErrors.none(), true)));
        return pages;
    }

    private static Page signIn(String number, FormErrors errors, boolean signedIn) {
        return Page.of("breakglass/sign-in", new EmergencySignInView(number, errors, signedIn));
    }

    private static Page page(boolean proven, List<Named> open, EmergencyForm form, FormErrors errors) {
        return Page.of("breakglass/open", new EmergencyAccessView(proven, open, form, errors, null));
    }

    private static Page found(FormErrors errors, PatientSummary... found) {
        return Page.of(
                "breakglass/open", new EmergencyAccessView(true, List.of(open()), TYPED, errors, List.of(found)));
    }

    private static Named open() {
        return new Named(
                new EmergencyAccess(
                        new UUID(7, 1),
                        new PersonId(new UUID(7, 2)),
                        PATIENT,
                        EmergencyReason.CANNOT_SPEAK,
                        NOW,
                        NOW.plusSeconds(3600),
                        null),
                "Maximiliana Wolfeschlegelsteinhausen");
    }

    private static PatientSummary patient(long number) {
        return new PatientSummary(
                new PatientId(new UUID(7, number)),
                new PersonId(new UUID(8, number)),
                "Rosa Delgado",
                LocalDate.of(1961, 3, 9),
                Gender.FEMALE,
                TestShell.ZONE);
    }
}
