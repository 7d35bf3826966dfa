package health.visavis.web.scheduling;

import health.visavis.access.Actor;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeSlot;
import health.visavis.scheduling.AppointmentRequest;
import health.visavis.scheduling.AppointmentState;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.BookableClinician;
import health.visavis.scheduling.BookingOutcome;
import health.visavis.scheduling.FindFreeSlots;
import health.visavis.scheduling.FreeSlots;
import health.visavis.scheduling.ListBookableClinicians;
import health.visavis.scheduling.ReadMyAppointments;
import health.visavis.scheduling.RequestAppointment;
import health.visavis.scheduling.domain.ReasonForVisit;
import health.visavis.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The same use cases as the pages, for mobile clients.
@RestController
@RequestMapping("/api")
@Tag(name = "Appointments")
class AppointmentsApi {

    private static final Duration WEEK = Duration.ofDays(7);

    private final FindFreeSlots findFreeSlots;
    private final RequestAppointment requestAppointment;
    private final ReadMyAppointments readMyAppointments;
    private final ListBookableClinicians listBookableClinicians;
    private final Clock clock;

    AppointmentsApi(
            FindFreeSlots findFreeSlots,
            RequestAppointment requestAppointment,
            ReadMyAppointments readMyAppointments,
            ListBookableClinicians listBookableClinicians,
            Clock clock) {
        this.findFreeSlots = findFreeSlots;
        this.requestAppointment = requestAppointment;
        this.readMyAppointments = readMyAppointments;
        this.listBookableClinicians = listBookableClinicians;
        this.clock = clock;
    }

    @GetMapping("/slots")
    @Operation(
            summary = "Times of a clinician that can be booked in the seven days from an instant on",
            description = "Whatever is listed here is accepted by POST /api/appointments until somebody takes it.")
    @ApiResponse(responseCode = "200", description = "The free times; empty when there are none")
    @ApiResponse(responseCode = "404", description = "No clinician who sees patients here has this id")
    ResponseEntity<?> slots(
            Actor actor,
            @RequestParam UUID clinician,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable Instant from) {
        var start = from == null ? clock.instant() : from;
        return findFreeSlots
                .toBook(actor, new ClinicianId(clinician), new TimeSlot(start, start.plus(WEEK)))
                .<ResponseEntity<?>>map(free -> ResponseEntity.ok(Slots.of(free)))
                .orElseGet(() -> refused(ProblemType.NOT_FOUND, List.of()));
    }

    @PostMapping("/appointments")
    @Operation(
            summary = "Ask for an appointment",
            description = "Send the same requestId again after a lost answer: the appointment is made once.")
    @ApiResponse(responseCode = "201", description = "Requested: the time is kept until the clinician answers")
    @ApiResponse(
            responseCode = "409",
            description = "The time was taken, or the patient is busy: otherTimes can be had; or the clinician"
                    + " sees nobody any more: otherClinicians do")
    @ApiResponse(responseCode = "422", description = "Outside the hours or too late; otherTimes can be had")
    ResponseEntity<?> request(Actor actor, @Valid @RequestBody Wish wish) {
        return switch (requestAppointment.request(actor, wish.toRequest(actor))) {
            case BookingOutcome.Booked booked ->
                ResponseEntity.created(URI.create(
                                "/appointments/" + booked.appointment().id()))
                        .body(Appointment.of(booked.appointment()));
            case BookingOutcome.SlotTaken taken -> refused(ProblemType.SLOT_TAKEN, taken.otherTimes());
            case BookingOutcome.PatientBusy busy -> refused(ProblemType.PATIENT_BUSY, busy.otherTimes());
            case BookingOutcome.OutsideClinicHours outside ->
                refused(ProblemType.OUTSIDE_CLINIC_HOURS, outside.otherTimes());
            case BookingOutcome.TooLate late -> refused(ProblemType.TOO_LATE, late.otherTimes());
            case BookingOutcome.ClinicianLeft _ -> left(listBookableClinicians.list(actor));
            case BookingOutcome.UnknownClinician _ -> refused(ProblemType.NOT_FOUND, List.of());
        };
    }

    @GetMapping("/appointments")
    @Operation(summary = "The signed-in patient's appointments")
    Appointments mine(Actor actor) {
        var mine = readMyAppointments.read(actor);
        return new Appointments(
                mine.upcoming().stream().map(Appointment::of).toList(),
                mine.past().stream().map(Appointment::of).toList());
    }

    private static ResponseEntity<?> refused(ProblemType type, List<TimeSlot> otherTimes) {
        var problem = type.toProblem();
        if (!otherTimes.isEmpty()) {
            problem.setProperty("otherTimes", otherTimes.stream().map(Time::of).toList());
        }
        return ResponseEntity.of(problem).build();
    }

    private static ResponseEntity<?> left(List<BookableClinician> others) {
        var problem = ProblemType.CLINICIAN_LEFT.toProblem();
        problem.setProperty(
                "otherClinicians", others.stream().map(OtherClinician::of).toList());
        return ResponseEntity.of(problem).build();
    }

    @Schema(name = "AppointmentWish")
    record Wish(
            @Schema(description = "Made by the client, once per wish") @NotNull
            UUID requestId,

            @Schema(description = "For staff who book for a patient; a patient leaves it out") @Nullable
            UUID patient,

            @NotNull UUID clinician,

            @Schema(description = "Start of one of the free times") @NotNull
            Instant start,

            @NotBlank @Size(max = ReasonForVisit.LONGEST) String reason) {

        AppointmentRequest toRequest(Actor actor) {
            return new AppointmentRequest(
                    requestId,
                    patient == null ? Asking.forOneself(actor) : new PatientId(patient),
                    new ClinicianId(clinician),
                    start,
                    new ReasonForVisit(reason));
        }

        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }

    @Schema(name = "FreeSlots")
    record Slots(
            UUID clinician,
            String clinicZone,
            List<Time> slots,
            @Nullable Time next) {

        static Slots of(FreeSlots free) {
            var next = free.next();
            return new Slots(
                    free.clinician().value(),
                    free.clinicZone().getId(),
                    free.slots().stream().map(Time::of).toList(),
                    next == null ? null : Time.of(next));
        }
    }

    @Schema(name = "OtherClinician")
    record OtherClinician(
            UUID id,
            String name,
            String specialty,
            @Nullable Time next) {

        static OtherClinician of(BookableClinician bookable) {
            var next = bookable.nextFree();
            var clinician = bookable.clinician();
            return new OtherClinician(
                    clinician.id().value(),
                    clinician.displayName(),
                    clinician.specialty(),
                    next == null ? null : Time.of(next));
        }
    }

    @Schema(name = "Time")
    record Time(Instant start, Instant end) {

        static Time of(TimeSlot slot) {
            return new Time(slot.start(), slot.end());
        }
    }

    @Schema(name = "Appointments")
    record Appointments(List<Appointment> upcoming, List<Appointment> past) {}

    @Schema(name = "Appointment")
    record Appointment(
            UUID id,
            UUID patient,
            UUID clinician,
            Instant start,
            Instant end,
            String clinicZone,
            AppointmentState state,
            int version) {

        static Appointment of(AppointmentSummary summary) {
            return new Appointment(
                    summary.id().value(),
                    summary.patient().value(),
                    summary.clinician().value(),
                    summary.slot().start(),
                    summary.slot().end(),
                    summary.clinicZone().getId(),
                    summary.state(),
                    summary.version());
        }
    }
}
