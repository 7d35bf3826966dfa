package health.visavis.web.telephone;

import health.visavis.access.Actor;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.kernel.VisitId;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import health.visavis.telephone.CallPatient;
import health.visavis.telephone.CallPatient.CallOutcome;
import health.visavis.telephone.CallPatient.CallRequest;
import health.visavis.telephone.HangUpPhone;
import health.visavis.telephone.MeetByPhone;
import health.visavis.telephone.MeetByPhone.Wish;
import health.visavis.telephone.MeetByPhone.WishOutcome;
import health.visavis.telephone.NumberCheck;
import health.visavis.telephone.ReadTelephone;
import health.visavis.visit.ReadVisit;
import health.visavis.visit.VisitStatus;
import health.visavis.visit.VisitSummary;
import health.visavis.web.components.FormErrors;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.Shell;
import health.visavis.web.telephone.TelephoneView.Side;
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

/// Calling, hanging up, and choosing the telephone instead of the screen: forms that work where no script runs.
@Controller
@RequestMapping("/visits/{id}/telephone")
class TelephoneController {

    private static final String HERE = "/visits/{id}/telephone";

    private final ReadTelephone readTelephone;
    private final ReadVisit readVisit;
    private final CallPatient callPatient;
    private final HangUpPhone hangUpPhone;
    private final MeetByPhone meetByPhone;
    private final People people;

    TelephoneController(
            ReadTelephone readTelephone,
            ReadVisit readVisit,
            CallPatient callPatient,
            HangUpPhone hangUpPhone,
            MeetByPhone meetByPhone,
            People people) {
        this.readTelephone = readTelephone;
        this.readVisit = readVisit;
        this.callPatient = callPatient;
        this.hangUpPhone = hangUpPhone;
        this.meetByPhone = meetByPhone;
        this.people = people;
    }

    @GetMapping
    Page show(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String asPanel) {
        return page(actor, id, asPanel, "", FormErrors.none());
    }

    @PostMapping("/call")
    Answer call(
            Actor actor,
            Shell shell,
            @PathVariable UUID id,
            @RequestParam UUID request,
            @RequestParam(defaultValue = "") String number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String asPanel) {
        var wanted = new CallRequest(request, Sensitive.of(number));
        return switch (callPatient.call(actor, new VisitId(id), wanted)) {
            case CallOutcome.Calling _ -> Redirect.to(HERE, id);
            case CallOutcome.NotDialable not -> refused(actor, shell, id, asPanel, number, reason(not.why()));
            case CallOutcome.NoNumber _ -> refused(actor, shell, id, asPanel, number, "none");
            case CallOutcome.NoCarrier _ -> refused(actor, shell, id, asPanel, number, "no-carrier");
            case CallOutcome.VisitOver _ -> Redirect.to(HERE, id);
        };
    }

    @PostMapping("/end")
    Redirect hangUp(Actor actor, @PathVariable UUID id) {
        hangUpPhone.hangUp(actor, new VisitId(id));
        return Redirect.to(HERE, id);
    }

    @PostMapping("/mode")
    Answer byPhone(
            Actor actor,
            Shell shell,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "false") boolean ready,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String asPanel) {
        return switch (meetByPhone.byPhone(actor, new VisitId(id), new Wish(Sensitive.of(number), ready))) {
            case WishOutcome.Noted _ -> Redirect.to(HERE, id);
            case WishOutcome.NotDialable not -> refused(actor, shell, id, asPanel, number, reason(not.why()));
            case WishOutcome.NoNumber _ -> refused(actor, shell, id, asPanel, number, "none");
            case WishOutcome.VisitOver _ -> Redirect.to(HERE, id);
        };
    }

    @PostMapping("/screen")
    Redirect byScreen(Actor actor, @PathVariable UUID id) {
        meetByPhone.byScreen(actor, new VisitId(id));
        return Redirect.to(HERE, id);
    }

    private Page refused(Actor actor, Shell shell, UUID id, @Nullable String asPanel, String typed, String reason) {
        var sentence = shell.t("telephone.refused." + reason, shell.clinic().emergency());
        return page(actor, id, asPanel, typed, FormErrors.none().with("number", sentence))
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Page page(Actor actor, UUID id, @Nullable String asPanel, String typed, FormErrors errors) {
        var visit = readVisit.read(actor, new VisitId(id));
        var view = new TelephoneView(
                id,
                side(actor, visit),
                people.patient(visit.patient()).map(PatientSummary::displayName).orElse(""),
                visit.status().over(),
                visit.status() == VisitStatus.ARRIVED,
                readTelephone.read(actor, visit.id()),
                TimeOrderedId.next(),
                typed,
                errors);
        return Page.of(asPanel == null ? "telephone/page" : "telephone/panel", view);
    }

    private static Side side(Actor actor, VisitSummary visit) {
        if (visit.patient().equals(actor.patient())) {
            return Side.PATIENT;
        }
        return visit.clinician().equals(actor.clinician()) ? Side.DOCTOR : Side.STAFF;
    }

    private static String reason(NumberCheck.Refused why) {
        return switch (why) {
            case NumberCheck.NotANumber _ -> "not-a-number";
            case NumberCheck.Impossible _ -> "impossible";
            case NumberCheck.PremiumRate _ -> "premium";
            case NumberCheck.EmergencyNumber _ -> "emergency";
        };
    }
}
