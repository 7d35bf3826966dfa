package health.visavis.web.scheduling;

import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.kernel.TimeSlot;
import health.visavis.people.People;
import health.visavis.scheduling.AppointmentRequest;
import health.visavis.scheduling.BookingOutcome;
import health.visavis.scheduling.FindFreeSlots;
import health.visavis.scheduling.ListBookableClinicians;
import health.visavis.scheduling.RequestAppointment;
import health.visavis.scheduling.domain.ReasonForVisit;
import health.visavis.web.components.FormErrors;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.Shell;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A patient books: clinician, time, reason.
@Controller
class BookingController {

    private final ListBookableClinicians listBookableClinicians;
    private final FindFreeSlots findFreeSlots;
    private final RequestAppointment requestAppointment;
    private final People people;

    BookingController(
            ListBookableClinicians listBookableClinicians,
            FindFreeSlots findFreeSlots,
            RequestAppointment requestAppointment,
            People people) {
        this.listBookableClinicians = listBookableClinicians;
        this.findFreeSlots = findFreeSlots;
        this.requestAppointment = requestAppointment;
        this.people = people;
    }

    /// Staff who come here book for somebody else.
    @GetMapping("/appointments/new")
    Answer clinicians(Actor actor) {
        if (actor.patient() == null && (actor.is(Role.DOCTOR) || actor.is(Role.NURSE))) {
            return Redirect.to("/front-desk");
        }
        return Page.of("scheduling/clinicians", new CliniciansView(listBookableClinicians.list(actor), null));
    }

    @GetMapping(path = "/appointments/new", params = "clinician")
    Page times(
            Actor actor,
            Shell shell,
            @RequestParam UUID clinician,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from) {
        return times(actor, new ClinicianId(clinician), from, shell, false);
    }

    @GetMapping(
            path = "/appointments/new",
            params = {"clinician", "start"})
    Page reason(
            Actor actor,
            Shell shell,
            @RequestParam UUID clinician,
            @RequestParam @DateTimeFormat(iso = ISO.DATE_TIME) Instant start) {
        var id = new ClinicianId(clinician);
        if (free(actor, id, start).isEmpty()) {
            return times(actor, id, LocalDate.ofInstant(start, shell.zone()), shell, true)
                    .status(HttpStatus.CONFLICT);
        }
        return reason(actor, new BookingForm(TimeOrderedId.next(), clinician, start, ""), FormErrors.none(), shell);
    }

    @PostMapping("/appointments")
    Answer book(
            Actor actor,
            Shell shell,
            @RequestParam("request") UUID requestId,
            @RequestParam UUID clinician,
            @RequestParam @DateTimeFormat(iso = ISO.DATE_TIME) Instant start,
            @RequestParam(defaultValue = "") String reason) {
        var form = new BookingForm(requestId, clinician, start, reason);
        if (!ReasonForVisit.accepts(reason)) {
            var sentence = reason.isBlank()
                    ? shell.t("scheduling.reason.missing")
                    : shell.t("component.errors.tooLong", ReasonForVisit.LONGEST);
            return reason(actor, form, FormErrors.none().with("reason", sentence), shell)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (requestAppointment.request(actor, wish(actor, form))) {
            case BookingOutcome.Booked booked ->
                Redirect.to("/appointments/{id}", booked.appointment().id()).saying("scheduling.said.requested");
            case BookingOutcome.SlotTaken taken ->
                others(actor, form, "taken", taken.otherTimes(), shell).status(HttpStatus.CONFLICT);
            case BookingOutcome.PatientBusy busy ->
                others(actor, form, "busy.patient", busy.otherTimes(), shell).status(HttpStatus.CONFLICT);
            case BookingOutcome.OutsideClinicHours outside ->
                others(actor, form, "outside", outside.otherTimes(), shell).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case BookingOutcome.TooLate late ->
                others(actor, form, "late", late.otherTimes(), shell).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case BookingOutcome.ClinicianLeft _ -> left(actor);
            case BookingOutcome.UnknownClinician _ -> gone(actor);
        };
    }

    private Optional<TimeSlot> free(Actor actor, ClinicianId clinician, Instant start) {
        return findFreeSlots
                .toBook(actor, clinician, new TimeSlot(start, start.plusSeconds(1)))
                .flatMap(found -> found.slots().stream().findFirst());
    }

    private Page times(Actor actor, ClinicianId clinician, @Nullable LocalDate from, Shell shell, boolean notFree) {
        var first = WeekOfTimes.firstDay(from, shell);
        var path = "/appointments/new?clinician=" + clinician + "&from=";
        return findFreeSlots
                .toBook(actor, clinician, WeekOfTimes.period(first, shell.zone()))
                .flatMap(free -> people.clinician(clinician)
                        .map(who -> new TimesView(who, WeekOfTimes.of(free, first, shell, path), notFree)))
                .map(view -> Page.of("scheduling/times", view))
                .orElseGet(() -> people.hasLeft(clinician) ? left(actor) : gone(actor));
    }

    private static AppointmentRequest wish(Actor actor, BookingForm form) {
        return new AppointmentRequest(
                form.request(),
                Asking.forOneself(actor),
                new ClinicianId(form.clinician()),
                form.start(),
                new ReasonForVisit(form.reason()));
    }

    private Page reason(Actor actor, BookingForm form, FormErrors errors, Shell shell) {
        return people.clinician(new ClinicianId(form.clinician()))
                .map(who -> new ReasonView(
                        who,
                        form.start(),
                        free(actor, who.id(), form.start())
                                .map(TimeSlot::length)
                                .orElse(null),
                        Clocks.differ(who.zone(), shell.zone(), form.start()) ? who.zone() : null,
                        form.request(),
                        form.reason(),
                        Integer.toString(ReasonForVisit.LONGEST),
                        errors))
                .map(view -> Page.of("scheduling/reason", view))
                .orElseGet(() -> gone(actor));
    }

    private Page others(Actor actor, BookingForm form, String refusal, List<TimeSlot> times, Shell shell) {
        return people.clinician(new ClinicianId(form.clinician()))
                .map(who -> new OtherTimesView(
                        who,
                        refusal,
                        SlotWords.of(times, shell),
                        form.request(),
                        form.reason(),
                        Integer.toString(ReasonForVisit.LONGEST)))
                .map(view -> Page.of("scheduling/others", view))
                .orElseGet(() -> gone(actor));
    }

    private Page gone(Actor actor) {
        return others(actor, "gone").status(HttpStatus.NOT_FOUND);
    }

    private Page left(Actor actor) {
        return others(actor, "left").status(HttpStatus.CONFLICT);
    }

    private Page others(Actor actor, String notice) {
        return Page.of("scheduling/clinicians", new CliniciansView(listBookableClinicians.list(actor), notice));
    }
}
