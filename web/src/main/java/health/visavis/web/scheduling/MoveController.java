package health.visavis.web.scheduling;

import health.visavis.access.Actor;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.TimeSlot;
import health.visavis.scheduling.AppointmentRevision;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.FindFreeSlots;
import health.visavis.scheduling.MoveAppointment;
import health.visavis.scheduling.MoveOutcome;
import health.visavis.scheduling.ReadAppointment;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.Shell;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Another time for an appointment, for both sides.
@Controller
class MoveController {

    private final ReadAppointment readAppointment;
    private final FindFreeSlots findFreeSlots;
    private final MoveAppointment moveAppointment;
    private final AppointmentPages pages;

    MoveController(
            ReadAppointment readAppointment,
            FindFreeSlots findFreeSlots,
            MoveAppointment moveAppointment,
            AppointmentPages pages) {
        this.readAppointment = readAppointment;
        this.findFreeSlots = findFreeSlots;
        this.moveAppointment = moveAppointment;
        this.pages = pages;
    }

    @GetMapping("/appointments/{id}/move")
    Answer times(
            Actor actor,
            Shell shell,
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from) {
        var appointment = readAppointment.read(actor, new AppointmentId(id)).summary();
        if (!appointment.state().open()) {
            return pages.unchanged(actor, appointment, "changed", shell);
        }
        if (pages.clinicianLeft(appointment)) {
            return pages.unchanged(actor, appointment, "left", shell);
        }
        var first = WeekOfTimes.firstDay(
                from != null ? from : LocalDate.ofInstant(appointment.slot().start(), shell.zone()), shell);
        return times(actor, appointment, first, null, shell);
    }

    @PostMapping("/appointments/{id}/move")
    Answer move(
            Actor actor,
            Shell shell,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam("slot") @DateTimeFormat(iso = ISO.DATE_TIME) Instant newStart) {
        var revision = new AppointmentRevision(new AppointmentId(id), version);
        return switch (moveAppointment.move(actor, revision, newStart)) {
            case MoveOutcome.Moved moved -> show(moved.appointment()).saying("scheduling.said.moved");
            case MoveOutcome.ChangedMeanwhile changed -> pages.unchanged(actor, changed.current(), "changed", shell);
            case MoveOutcome.TimePassed passed -> pages.unchanged(actor, passed.current(), "passed", shell);
            case MoveOutcome.ClinicianLeft left -> pages.unchanged(actor, left.current(), "left", shell);
            case MoveOutcome.SlotTaken taken ->
                again(actor, shell, id, newStart, new Refusal("taken", taken.otherTimes()))
                        .status(HttpStatus.CONFLICT);
            case MoveOutcome.PatientBusy busy ->
                again(actor, shell, id, newStart, new Refusal("busy", busy.otherTimes()))
                        .status(HttpStatus.CONFLICT);
            case MoveOutcome.OutsideClinicHours outside ->
                again(actor, shell, id, newStart, new Refusal("outside", outside.otherTimes()))
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            case MoveOutcome.TooLate late ->
                again(actor, shell, id, newStart, new Refusal("late", late.otherTimes()))
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private record Refusal(String code, List<TimeSlot> otherTimes) {}

    /// The week of the nearest other time.
    private Page again(Actor actor, Shell shell, UUID id, Instant wished, Refusal refusal) {
        var appointment = readAppointment.read(actor, new AppointmentId(id)).summary();
        var nearest =
                refusal.otherTimes().stream().map(TimeSlot::start).findFirst().orElse(wished);
        var first = WeekOfTimes.firstDay(LocalDate.ofInstant(nearest, shell.zone()), shell);
        return times(actor, appointment, first, refusal.code(), shell);
    }

    private Page times(
            Actor actor, AppointmentSummary appointment, LocalDate first, @Nullable String refusal, Shell shell) {
        var path = "/appointments/" + appointment.id() + "/move?from=";
        var week = findFreeSlots
                .toMove(actor, appointment.id(), WeekOfTimes.period(first, shell.zone()))
                .map(free -> WeekOfTimes.of(free.without(appointment.slot()), first, shell, path))
                .orElseGet(() -> WeekOfTimes.empty(first, shell));
        return Page.of(
                "scheduling/move",
                new MoveView(
                        appointment,
                        AppointmentPages.isPatient(actor, appointment) ? "patient" : "clinic",
                        pages.with(actor, appointment),
                        week,
                        refusal));
    }

    private static Redirect show(AppointmentSummary appointment) {
        return Redirect.to("/appointments/{id}", appointment.id());
    }
}
