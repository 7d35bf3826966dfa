package health.visavis.web.scheduling;

import health.visavis.access.Actor;
import health.visavis.kernel.AppointmentId;
import health.visavis.scheduling.AppointmentRevision;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.CancelAppointment;
import health.visavis.scheduling.ChangeOutcome;
import health.visavis.scheduling.ConfirmAppointment;
import health.visavis.scheduling.DeclineAppointment;
import health.visavis.scheduling.ReadAppointment;
import health.visavis.scheduling.domain.CancellationReason;
import health.visavis.scheduling.domain.DeclineReason;
import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.Shell;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The answers to an appointment: confirm it, decline it, call it off. Forms carry the version that was read.
@Controller
@RequestMapping("/appointments/{id}")
class AppointmentEndController {

    private final ConfirmAppointment confirmAppointment;
    private final DeclineAppointment declineAppointment;
    private final CancelAppointment cancelAppointment;
    private final ReadAppointment readAppointment;
    private final AppointmentPages pages;

    AppointmentEndController(
            ConfirmAppointment confirmAppointment,
            DeclineAppointment declineAppointment,
            CancelAppointment cancelAppointment,
            ReadAppointment readAppointment,
            AppointmentPages pages) {
        this.confirmAppointment = confirmAppointment;
        this.declineAppointment = declineAppointment;
        this.cancelAppointment = cancelAppointment;
        this.readAppointment = readAppointment;
        this.pages = pages;
    }

    @PostMapping("/confirmation")
    Answer confirm(Actor actor, Shell shell, @PathVariable UUID id, @RequestParam int version) {
        return answer(actor, confirmAppointment.confirm(actor, revision(id, version)), "confirmed", shell);
    }

    @GetMapping("/refusal")
    Answer askToDecline(Actor actor, Shell shell, @PathVariable UUID id) {
        return declineStep(actor, id, shell, FormErrors.none());
    }

    @PostMapping("/refusal")
    Answer decline(
            Actor actor,
            Shell shell,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable DeclineReason reason) {
        if (reason == null) {
            return declineStep(actor, id, shell, missing(shell));
        }
        return answer(actor, declineAppointment.decline(actor, revision(id, version), reason), "declined", shell);
    }

    @GetMapping("/cancellation")
    Answer askToCancel(Actor actor, Shell shell, @PathVariable UUID id) {
        return cancelStep(actor, id, shell, FormErrors.none());
    }

    @PostMapping("/cancellation")
    Answer cancel(
            Actor actor,
            Shell shell,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable CancellationReason reason) {
        if (reason == null) {
            return cancelStep(actor, id, shell, missing(shell));
        }
        return answer(actor, cancelAppointment.cancel(actor, revision(id, version), reason), "cancelled", shell);
    }

    private Answer answer(Actor actor, ChangeOutcome outcome, String said, Shell shell) {
        return switch (outcome) {
            case ChangeOutcome.Changed changed -> show(changed.appointment()).saying("scheduling.said." + said);
            case ChangeOutcome.ChangedMeanwhile changed -> pages.unchanged(actor, changed.current(), "changed", shell);
            case ChangeOutcome.ClinicianLeft left -> pages.unchanged(actor, left.current(), "left", shell);
            case ChangeOutcome.TimePassed passed -> pages.unchanged(actor, passed.current(), "passed", shell);
        };
    }

    private static Redirect show(AppointmentSummary appointment) {
        return Redirect.to("/appointments/{id}", appointment.id());
    }

    /// Asked only of those who may do it now; everybody else sees the appointment as it stands.
    private Answer declineStep(Actor actor, UUID id, Shell shell, FormErrors errors) {
        var details = readAppointment.read(actor, new AppointmentId(id));
        var appointment = details.summary();
        if (!pages.moves(actor, appointment).decline()) {
            return show(appointment);
        }
        var reasons = choices("decline", Arrays.stream(DeclineReason.values()), shell);
        return step(new EndView(
                appointment,
                "refusal",
                pages.with(actor, appointment),
                details.reason().reveal(),
                false,
                reasons,
                errors));
    }

    private Answer cancelStep(Actor actor, UUID id, Shell shell, FormErrors errors) {
        var appointment = readAppointment.read(actor, new AppointmentId(id)).summary();
        var moves = pages.moves(actor, appointment);
        if (!moves.cancel()) {
            return show(appointment);
        }
        var patient = AppointmentPages.isPatient(actor, appointment);
        var reasons = Arrays.stream(CancellationReason.values())
                .filter(reason -> !patient || reason != CancellationReason.CLINICIAN_NOT_AVAILABLE);
        return step(new EndView(
                appointment,
                "cancellation",
                pages.with(actor, appointment),
                null,
                moves.move(),
                choices(whoCancels(actor, appointment), reasons, shell),
                errors));
    }

    private static String whoCancels(Actor actor, AppointmentSummary appointment) {
        if (AppointmentPages.isPatient(actor, appointment)) {
            return "cancel.patient";
        }
        return appointment.clinician().equals(actor.clinician()) ? "cancel.clinician" : "cancel.clinic";
    }

    private static Page step(EndView view) {
        var page = Page.of("scheduling/end", view);
        return view.errors().any() ? page.status(HttpStatus.UNPROCESSABLE_CONTENT) : page;
    }

    private FormErrors missing(Shell shell) {
        return FormErrors.none().with("reason", shell.t("scheduling.end.missing"));
    }

    private static List<Choice> choices(String act, Stream<? extends Enum<?>> reasons, Shell shell) {
        return reasons.map(reason ->
                        Choice.of(reason.name(), shell.t("scheduling." + act + "." + AppointmentPages.code(reason))))
                .toList();
    }

    private static AppointmentRevision revision(UUID id, int version) {
        return new AppointmentRevision(new AppointmentId(id), version);
    }
}
