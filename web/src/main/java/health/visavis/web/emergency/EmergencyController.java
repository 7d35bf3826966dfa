package health.visavis.web.emergency;

import health.visavis.access.Actor;
import health.visavis.emergency.ConfirmPlace;
import health.visavis.emergency.EmergencyOutcome;
import health.visavis.emergency.EmergencyStanding;
import health.visavis.emergency.EmergencyStanding.Raised;
import health.visavis.emergency.Place;
import health.visavis.emergency.PlaceOutcome;
import health.visavis.emergency.PlaceOutcome.Field;
import health.visavis.emergency.RaiseEmergency;
import health.visavis.emergency.ReadEmergency;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import health.visavis.visit.ReadVisit;
import health.visavis.visit.VisitSummary;
import health.visavis.web.components.FormErrors;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.Shell;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The button, what it shows, and where the patient is: forms that work where no script runs.
@Controller
@RequestMapping("/visits/{id}")
class EmergencyController {

    /// For this long after the button was pressed the page shows what to do without being asked again.
    private static final Duration GOES_ON = Duration.ofMinutes(30);

    private static final Place NOWHERE = new Place("", "", "", "");

    private final ReadEmergency readEmergency;
    private final RaiseEmergency raiseEmergency;
    private final ConfirmPlace confirmPlace;
    private final ReadVisit readVisit;
    private final People people;
    private final Clock clock;

    EmergencyController(
            ReadEmergency readEmergency,
            RaiseEmergency raiseEmergency,
            ConfirmPlace confirmPlace,
            ReadVisit readVisit,
            People people,
            Clock clock) {
        this.readEmergency = readEmergency;
        this.raiseEmergency = raiseEmergency;
        this.confirmPlace = confirmPlace;
        this.readVisit = readVisit;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/emergency")
    Page show(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String asPanel) {
        var visit = readVisit.read(actor, new VisitId(id));
        var standing = readEmergency.read(actor, visit.id());
        var now = now(standing);
        var view = new EmergencyView(
                id,
                visit.patient().equals(actor.patient()),
                visit.clinician().equals(actor.clinician()),
                patient(visit),
                standing,
                visit.status(),
                now,
                now != null && now.by().equals(actor.person()));
        return Page.of(asPanel == null ? "emergency/page" : "emergency/panel", view);
    }

    @PostMapping("/emergency")
    Redirect raise(Actor actor, @PathVariable UUID id) {
        // Told or too late: the page itself says which, and what to do.
        return switch (raiseEmergency.raise(actor, new VisitId(id))) {
            case EmergencyOutcome.Told _, EmergencyOutcome.VisitOver _ -> Redirect.to("/visits/{id}/emergency", id);
        };
    }

    @GetMapping("/place")
    Page place(Actor actor, @PathVariable UUID id) {
        var visit = readVisit.read(actor, new VisitId(id));
        var standing = readEmergency.read(actor, visit.id());
        var known = standing.place();
        return form(actor, visit, known == null ? NOWHERE : known, standing, FormErrors.none());
    }

    @PostMapping("/place")
    Answer confirm(
            Actor actor,
            Shell shell,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String phone) {
        var named = new Place(address, state, contact, phone);
        return switch (confirmPlace.confirm(actor, new VisitId(id), Sensitive.of(named))) {
            case PlaceOutcome.Confirmed _ -> Redirect.to(next(actor, id), id).saying("emergency.place.said");
            case PlaceOutcome.VisitOver _ -> Redirect.to(next(actor, id), id);
            case PlaceOutcome.Incomplete incomplete -> {
                var errors = FormErrors.none();
                for (var field : Field.values()) {
                    if (incomplete.wrong().contains(field)) {
                        errors = errors.with(input(field), sentence(shell, field, named));
                    }
                }
                var visit = readVisit.read(actor, new VisitId(id));
                yield form(actor, visit, named, readEmergency.read(actor, visit.id()), errors)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private String next(Actor actor, UUID id) {
        var visit = readVisit.read(actor, new VisitId(id));
        return visit.patient().equals(actor.patient()) ? "/visits/{id}/waiting-room" : "/visits/{id}/emergency";
    }

    private Page form(Actor actor, VisitSummary visit, Place place, EmergencyStanding standing, FormErrors errors) {
        return Page.of(
                "emergency/place",
                new PlaceView(
                        visit.id().value(),
                        visit.patient().equals(actor.patient()),
                        visit.clinician().equals(actor.clinician()),
                        patient(visit),
                        place,
                        standing.confirmed() ? null : standing.confirmedAt(),
                        errors));
    }

    private @Nullable Raised now(EmergencyStanding standing) {
        var since = clock.instant().minus(GOES_ON);
        return standing.raised().stream()
                .filter(raised -> raised.at().isAfter(since))
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private String patient(VisitSummary visit) {
        return people.patient(visit.patient()).map(PatientSummary::displayName).orElse("");
    }

    /// What is missing is said in other words than what is too long for a field.
    private static String sentence(Shell shell, Field field, Place named) {
        var longest = switch (field) {
            case ADDRESS -> ConfirmPlace.LONGEST_ADDRESS;
            case STATE, CONTACT_NAME -> ConfirmPlace.LONGEST_NAME;
            case CONTACT_NUMBER -> Integer.MAX_VALUE;
        };
        var typed = switch (field) {
            case ADDRESS -> named.address();
            case STATE -> named.state();
            case CONTACT_NAME -> named.contactName();
            case CONTACT_NUMBER -> named.contactNumber();
        };
        return typed.strip().length() > longest
                ? shell.t("component.errors.tooLong", longest)
                : shell.t("emergency.place.wrong." + input(field));
    }

    private static String input(Field field) {
        return switch (field) {
            case ADDRESS -> "address";
            case STATE -> "state";
            case CONTACT_NAME -> "contact";
            case CONTACT_NUMBER -> "phone";
        };
    }
}
