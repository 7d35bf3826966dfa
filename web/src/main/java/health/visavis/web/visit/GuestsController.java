package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.kernel.VisitId;
import health.visavis.notification.GuestLetter;
import health.visavis.visit.AdmitGuest;
import health.visavis.visit.AdmitGuest.GuestAdmission;
import health.visavis.visit.AdmitPatient;
import health.visavis.visit.AdmitPatient.AdmissionOutcome;
import health.visavis.visit.GuestKind;
import health.visavis.visit.InviteGuest;
import health.visavis.visit.InviteGuest.InvitationOutcome;
import health.visavis.visit.ListGuests;
import health.visavis.visit.PromoteGuest;
import health.visavis.visit.PromoteGuest.Promotion;
import health.visavis.visit.ReadVisit;
import health.visavis.visit.RemoveGuest;
import health.visavis.visit.ReturnGuest;
import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.Shell;
import health.visavis.web.people.Typed;
import health.visavis.web.visit.GuestRows.Side;
import health.visavis.web.visit.GuestsView.Form;
import health.visavis.web.visit.GuestsView.Made;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who comes along to a visit: invited, let in one by one, put back, removed. One page, and the same list without its
/// shell for the page of the call.
@Controller
@RequestMapping("/visits/{id}/guests")
class GuestsController {

    private static final Typed NOTHING = new Typed(new LinkedMultiValueMap<>(Map.of()));

    private final ListGuests listGuests;
    private final ReadVisit readVisit;
    private final InviteGuest inviteGuest;
    private final AdmitGuest admitGuest;
    private final AdmitPatient admitPatient;
    private final ReturnGuest returnGuest;
    private final RemoveGuest removeGuest;
    private final PromoteGuest promoteGuest;
    private final GuestLetter letter;
    private final VisitNames names;
    private final GuestRows rows;

    GuestsController(
            ListGuests listGuests,
            ReadVisit readVisit,
            InviteGuest inviteGuest,
            AdmitGuest admitGuest,
            AdmitPatient admitPatient,
            ReturnGuest returnGuest,
            RemoveGuest removeGuest,
            PromoteGuest promoteGuest,
            GuestLetter letter,
            VisitNames names,
            GuestRows rows) {
        this.listGuests = listGuests;
        this.readVisit = readVisit;
        this.inviteGuest = inviteGuest;
        this.admitGuest = admitGuest;
        this.admitPatient = admitPatient;
        this.returnGuest = returnGuest;
        this.removeGuest = removeGuest;
        this.promoteGuest = promoteGuest;
        this.letter = letter;
        this.names = names;
        this.rows = rows;
    }

    @GetMapping
    Page guests(Actor actor, @PathVariable UUID id, Shell shell, HttpServletRequest request) {
        return page(request, view(actor, id, shell, NOTHING, FormErrors.none(), null, null));
    }

    @PostMapping
    Page invite(
            Actor actor,
            @PathVariable UUID id,
            Shell shell,
            HttpServletRequest request,
            @RequestParam UUID guest,
            @RequestParam MultiValueMap<String, String> fields) {
        readVisit.read(actor, new VisitId(id));
        var typed = new Typed(fields);
        var form = new GuestForm(typed, shell);
        var invitation = form.invitation();
        if (invitation.isEmpty()) {
            return page(request, view(actor, id, shell, typed, form.errors(), null, null))
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (inviteGuest.invite(actor, new VisitId(id), guest, invitation.get())) {
            case InvitationOutcome.Invited invited ->
                page(
                        request,
                        view(actor, id, shell, NOTHING, FormErrors.none(), made(invited, form, typed, shell), null));
            case InvitationOutcome.InvitedAlready _ -> refused(actor, id, shell, request, "already");
            case InvitationOutcome.FamilyOnly _ -> refused(actor, id, shell, request, "familyOnly");
            case InvitationOutcome.TooMany _ -> refused(actor, id, shell, request, "tooMany");
            case InvitationOutcome.VisitOver _ -> refused(actor, id, shell, request, "over");
        };
    }

    @PostMapping("/{guest}/admission")
    Answer admit(
            Actor actor, @PathVariable UUID id, @PathVariable UUID guest, Shell shell, HttpServletRequest request) {
        return switch (admitGuest.admit(actor, new VisitId(id), guest)) {
            case GuestAdmission.Admitted _ -> done(actor, id, shell, request);
            case GuestAdmission.NotWaiting _ -> refused(actor, id, shell, request, "notWaiting");
            case GuestAdmission.NotStarted _ -> refused(actor, id, shell, request, "notStarted");
            case GuestAdmission.Full _ -> refused(actor, id, shell, request, "full");
            case GuestAdmission.VisitOver _ -> refused(actor, id, shell, request, "over");
        };
    }

    /// A co-host sees the patient who was put back to the waiting room in the same list as everybody else who waits.
    @PostMapping("/patient/admission")
    Answer admitPatient(Actor actor, @PathVariable UUID id, Shell shell, HttpServletRequest request) {
        return switch (admitPatient.admit(actor, new VisitId(id))) {
            case AdmissionOutcome.Admitted _ -> done(actor, id, shell, request);
            case AdmissionOutcome.NobodyWaiting _ -> refused(actor, id, shell, request, "notWaiting");
            case AdmissionOutcome.VisitOver _ -> refused(actor, id, shell, request, "over");
        };
    }

    @PostMapping("/{guest}/return-to-waiting")
    Answer putBack(
            Actor actor, @PathVariable UUID id, @PathVariable UUID guest, Shell shell, HttpServletRequest request) {
        returnGuest.putBack(actor, new VisitId(id), guest);
        return done(actor, id, shell, request);
    }

    @PostMapping("/{guest}/removal")
    Answer remove(
            Actor actor, @PathVariable UUID id, @PathVariable UUID guest, Shell shell, HttpServletRequest request) {
        removeGuest.remove(actor, new VisitId(id), guest);
        return done(actor, id, shell, request);
    }

    @PostMapping("/{guest}/promotion")
    Answer promote(
            Actor actor, @PathVariable UUID id, @PathVariable UUID guest, Shell shell, HttpServletRequest request) {
        return promoted(promoteGuest.promote(actor, new VisitId(id), guest), actor, id, shell, request);
    }

    @PostMapping("/{guest}/demotion")
    Answer demote(
            Actor actor, @PathVariable UUID id, @PathVariable UUID guest, Shell shell, HttpServletRequest request) {
        return promoted(promoteGuest.demote(actor, new VisitId(id), guest), actor, id, shell, request);
    }

    private Answer promoted(Promotion outcome, Actor actor, UUID id, Shell shell, HttpServletRequest request) {
        return switch (outcome) {
            case Promotion.Done _ -> done(actor, id, shell, request);
            case Promotion.NotAdmitted _ -> refused(actor, id, shell, request, "notAdmitted");
            case Promotion.NotAClinician _ -> refused(actor, id, shell, request, "notAClinician");
        };
    }

    private Answer done(Actor actor, UUID id, Shell shell, HttpServletRequest request) {
        return withoutShell(request)
                ? page(request, view(actor, id, shell, NOTHING, FormErrors.none(), null, null))
                : Redirect.to("/visits/{id}/guests", id);
    }

    private Page refused(Actor actor, UUID id, Shell shell, HttpServletRequest request, String why) {
        return page(request, view(actor, id, shell, NOTHING, FormErrors.none(), null, why))
                .status(HttpStatus.CONFLICT);
    }

    private static Page page(HttpServletRequest request, GuestsView view) {
        return Page.of(withoutShell(request) ? "visit/guest-list" : "visit/guests", view);
    }

    private static boolean withoutShell(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private Made made(InvitationOutcome.Invited invited, GuestForm form, Typed typed, Shell shell) {
        var sent = letter.send(invited.token(), form.addresses(), form.occasion(invited.slot()));
        var sentences = new ArrayList<String>();
        sent.mail()
                .ifPresent(left ->
                        sentences.add(shell.t("visit.guests.mail." + (left ? "left" : "failed"), typed.of("email"))));
        sent.sms()
                .ifPresent(left ->
                        sentences.add(shell.t("visit.guests.sms." + (left ? "left" : "failed"), typed.of("phone"))));
        return new Made(
                typed.of("guestName"),
                letter.link(invited.token()),
                sentences,
                sent.mail().orElse(true) && sent.sms().orElse(true));
    }

    private GuestsView view(
            Actor actor,
            UUID id,
            Shell shell,
            Typed typed,
            FormErrors errors,
            @Nullable Made made,
            @Nullable String refusal) {
        var guests = listGuests.of(actor, new VisitId(id));
        var visit = readVisit.read(actor, new VisitId(id));
        var side = Side.of(actor, visit);
        return new GuestsView(
                id,
                side == Side.CO_HOST
                        ? null
                        : side == Side.PATIENT ? names.clinician(visit.clinician()) : names.patient(visit.patient()),
                rows.of(actor, visit, guests, shell),
                side == Side.CO_HOST || visit.status().over() ? null : form(side, shell, typed, errors),
                made,
                refusal);
    }

    private static Form form(Side side, Shell shell, Typed typed, FormErrors errors) {
        var kinds = Arrays.stream(GuestKind.values())
                .filter(kind -> side != Side.PATIENT || kind == GuestKind.FAMILY)
                .map(kind -> Choice.of(kind.name(), shell.t("visit.guests.kind." + kind.name())))
                .toList();
        var letterLanguages = Arrays.stream(Language.values())
                .map(language -> Choice.of(language.code(), language.ownName()))
                .toList();
        return new Form(TimeOrderedId.next(), kinds, GuestWords.languages(shell), letterLanguages, typed, errors);
    }
}
