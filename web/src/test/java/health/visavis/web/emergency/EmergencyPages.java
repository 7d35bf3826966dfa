package health.visavis.web.emergency;

import static health.visavis.web.layout.TestShell.NOW;

import health.visavis.access.Role;
import health.visavis.emergency.EmergencyStanding;
import health.visavis.emergency.EmergencyStanding.Raised;
import health.visavis.emergency.Place;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Sensitive;
import health.visavis.visit.VisitStatus;
import health.visavis.web.components.FormErrors;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.TestShell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The emergency button in every state, with believable content.
public final class EmergencyPages {

    private static final UUID ID = UUID.fromString("0199a000-0000-7000-8000-000000000001");
    private static final Place HOME =
            new Place("12 Elm Street, apartment 3, Albany", "New York", "Carlos Delgado", "(202) 456-1414");

    private EmergencyPages() {}

    public static Map<String, String> all(Language language) {
        var patient = TestShell.of(language).signedInAs(Role.PATIENT);
        var doctor = TestShell.of(language).signedInAs(Role.DOCTOR);
        var nurse = TestShell.of(language).signedInAs(Role.NURSE);
        var raised = new Raised(NOW.minusSeconds(20), false, PersonId.next());
        var pages = new LinkedHashMap<String, String>();
        pages.put("emergency-asks", doctor.render(page(false, HOME, true, null)));
        pages.put("emergency-asks-patient", patient.render(page(true, HOME, true, null)));
        pages.put("emergency-doctor", doctor.render(page(false, HOME, true, raised)));
        pages.put("emergency-doctor-old-place", doctor.render(page(false, HOME, false, raised)));
        pages.put("emergency-doctor-no-place", doctor.render(page(false, null, false, raised)));
        pages.put("emergency-patient", patient.render(page(true, HOME, true, new Raised(NOW, true, PersonId.next()))));
        pages.put("emergency-nurse", nurse.render(page(false, false, HOME, true, VisitStatus.IN_PROGRESS, raised)));
        pages.put(
                "emergency-nurse-no-place", nurse.render(page(false, false, null, false, VisitStatus.ARRIVED, raised)));
        pages.put("emergency-over", doctor.render(page(false, true, HOME, false, VisitStatus.FINISHED, null)));
        pages.put(
                "emergency-over-patient", patient.render(page(true, false, HOME, false, VisitStatus.FINISHED, raised)));
        pages.put("emergency-place", patient.render(place(FormErrors.none())));
        pages.put(
                "emergency-place-wrong", patient.render(place(FormErrors.none().with("state", "Say in which state."))));
        return pages;
    }

    private static Page page(boolean mine, @Nullable Place place, boolean confirmed, @Nullable Raised now) {
        return page(mine, !mine, place, confirmed, VisitStatus.IN_PROGRESS, now);
    }

    private static Page page(
            boolean mine,
            boolean clinician,
            @Nullable Place place,
            boolean confirmed,
            VisitStatus status,
            @Nullable Raised now) {
        var standing = new EmergencyStanding(
                place,
                place == null ? null : NOW.minusSeconds(600),
                confirmed,
                Sensitive.of("(202) 456-1111"),
                now == null ? List.of() : List.of(now));
        return Page.of(
                "emergency/page",
                new EmergencyView(
                        ID,
                        mine,
                        clinician,
                        "Rosa Delgado",
                        standing,
                        status,
                        now,
                        now != null && now.byPatient() == mine));
    }

    private static Page place(FormErrors errors) {
        return Page.of(
                "emergency/place",
                new PlaceView(ID, true, false, "Rosa Delgado", HOME, NOW.minusSeconds(864_000), errors));
    }
}
