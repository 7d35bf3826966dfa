package health.visavis.web.scheduling;

import health.visavis.access.Actor;
import health.visavis.chart.ListPatients;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.kernel.TimeSlot;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import health.visavis.scheduling.AppointmentRequest;
import health.visavis.scheduling.BookingOutcome;
import health.visavis.scheduling.FindFreeSlots;
import health.visavis.scheduling.FreeSlots;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Staff book for a patient who calls: patient, clinician, time, reason. Times are read on the patient's clock,
/// with the clinic's beside it. The search is posted: a name in an address would stay in histories and logs.
@Controller
class FrontDeskController {

    private static final int LONGEST_NAME = 80;

    private final ListPatients listPatients;
    private final ListBookableClinicians listBookableClinicians;
    private final FindFreeSlots findFreeSlots;
    private final RequestAppointment requestAppointment;
    private final People people;

    FrontDeskController(
            ListPatients listPatients,
            ListBookableClinicians listBookableClinicians,
            FindFreeSlots findFreeSlots,
            RequestAppointment requestAppointment,
            People people) {
        this.listPatients = listPatients;
        this.listBookableClinicians = listBookableClinicians;
        this.findFreeSlots = findFreeSlots;
        this.requestAppointment = requestAppointment;
        this.people = people;
    }

    @GetMapping("/front-desk")
    Page patients(Actor actor, Shell shell) {
        return patients(actor, "", shell);
    }

    @PostMapping("/front-desk")
    Page search(Actor actor, Shell shell, @RequestParam(defaultValue = "") String name) {
        return patients(actor, name.substring(0, Math.min(name.length(), LONGEST_NAME)), shell);
    }

    @GetMapping("/patients/{patient}/appointments/new")
    Page clinicians(Actor actor, Shell shell, @PathVariable UUID patient) {
        return clinicians(actor, new PatientId(patient), null, shell);
    }

    @GetMapping(path = "/patients/{patient}/appointments/new", params = "clinician")
    Page times(
            Actor actor,
            Shell shell,
            @PathVariable UUID patient,
            @RequestParam UUID clinician,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from) {
        return times(actor, new Pair(patient, clinician), from, shell, false);
    }

    @GetMapping(
            path = "/patients/{patient}/appointments/new",
            params = {"clinician", "start"})
    Page reason(
            Actor actor,
            Shell shell,
            @PathVariable UUID patient,
            @RequestParam UUID clinician,
            @RequestParam @DateTimeFormat(iso = ISO.DATE_TIME) Instant start) {
        var pair = new Pair(patient, clinician);
        var free = findFreeSlots
                .toBookFor(actor, pair.patientId(), pair.clinicianId(), new TimeSlot(start, start.plusSeconds(1)))
                .filter(found -> !found.slots().isEmpty());
        if (free.isEmpty()) {
            return times(actor, pair, LocalDate.ofInstant(start, shell.zone()), shell, true)
                    .status(HttpStatus.CONFLICT);
        }
        return reason(actor, pair, wish(TimeOrderedId.next(), start, ""), FormErrors.none(), shell);
    }

    @PostMapping("/patients/{patient}/appointments")
    Answer book(
            Actor actor,
            Shell shell,
            @PathVariable UUID patient,
            @RequestParam("request") UUID requestId,
            @RequestParam UUID clinician,
            @RequestParam @DateTimeFormat(iso = ISO.DATE_TIME) Instant start,
            @RequestParam(defaultValue = "") String reason) {
        var pair = new Pair(patient, clinician);
        var wish = wish(requestId, start, reason);
        if (!ReasonForVisit.accepts(reason)) {
            findFreeSlots.toBookFor(
                    actor, pair.patientId(), pair.clinicianId(), new TimeSlot(start, start.plusSeconds(1)));
            var sentence = reason.isBlank()
                    ? shell.t("scheduling.desk.reason.missing")
                    : shell.t("component.errors.tooLong", ReasonForVisit.LONGEST);
            return reason(actor, pair, wish, FormErrors.none().with("reason", sentence), shell)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var request = new AppointmentRequest(
                requestId, pair.patientId(), pair.clinicianId(), start, new ReasonForVisit(reason));
        return switch (requestAppointment.request(actor, request)) {
            case BookingOutcome.Booked booked ->
                Redirect.to("/appointments/{id}", booked.appointment().id()).saying("scheduling.said.requestedFor");
            case BookingOutcome.SlotTaken taken ->
                others(actor, pair, wish, new Refusal("taken", taken.otherTimes()), shell)
                        .status(HttpStatus.CONFLICT);
            case BookingOutcome.PatientBusy busy ->
                others(actor, pair, wish, new Refusal("busy", busy.otherTimes()), shell)
                        .status(HttpStatus.CONFLICT);
            case BookingOutcome.OutsideClinicHours outside ->
                others(actor, pair, wish, new Refusal("outside", outside.otherTimes()), shell)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            case BookingOutcome.TooLate late ->
                others(actor, pair, wish, new Refusal("late", late.otherTimes()), shell)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            case BookingOutcome.ClinicianLeft _ ->
                clinicians(actor, pair.patientId(), "left", shell).status(HttpStatus.CONFLICT);
            case BookingOutcome.UnknownClinician _ -> clinicians(actor, pair.patientId(), "gone", shell);
        };
    }

    private record Pair(UUID patient, UUID clinician) {

        PatientId patientId() {
            return new PatientId(patient);
        }

        ClinicianId clinicianId() {
            return new ClinicianId(clinician);
        }
    }

    private record Refusal(String code, List<TimeSlot> otherTimes) {}

    private Page patients(Actor actor, String name, Shell shell) {
        var found = listPatients.treatedBy(actor, name);
        var lines = found.stream().map(patient -> forWhom(patient, shell)).toList();
        return Page.of(
                "scheduling/desk-patients", new FrontDeskView.Patients(lines, name, found.size() == ListPatients.MOST));
    }

    private Page clinicians(Actor actor, PatientId patient, @Nullable String notice, Shell shell) {
        var bookable = listBookableClinicians.listFor(actor, patient);
        return Page.of(
                        "scheduling/desk-clinicians",
                        new FrontDeskView.Clinicians(known(patient, shell), bookable, notice))
                .status(notice == null ? HttpStatus.OK : HttpStatus.NOT_FOUND);
    }

    private Page times(Actor actor, Pair pair, @Nullable LocalDate from, Shell shell, boolean notFree) {
        return people.clinician(pair.clinicianId())
                .flatMap(clinician -> week(actor, pair, clinician, from, shell, notFree))
                .map(view -> Page.of("scheduling/desk-times", view))
                .orElseGet(() -> clinicians(
                        actor, pair.patientId(), people.hasLeft(pair.clinicianId()) ? "left" : "gone", shell));
    }

    private Optional<FrontDeskView.Times> week(
            Actor actor,
            Pair pair,
            ClinicianSummary clinician,
            @Nullable LocalDate from,
            Shell shell,
            boolean notFree) {
        // The zone of a patient whom the viewer may not see decides nothing: the use case refuses him first.
        var zone = people.patient(pair.patientId()).map(PatientSummary::zone).orElse(shell.zone());
        var first = WeekOfTimes.firstDay(from, shell, new Reading(zone, null));
        return findFreeSlots
                .toBookFor(actor, pair.patientId(), pair.clinicianId(), WeekOfTimes.period(first, zone))
                .map(free -> times(known(pair.patientId(), shell), clinician, free, first, shell, notFree));
    }

    private static FrontDeskView.Times times(
            FrontDeskView.ForWhom patient,
            ClinicianSummary clinician,
            FreeSlots free,
            LocalDate first,
            Shell shell,
            boolean notFree) {
        var path = FrontDeskView.times(patient, clinician) + "&from=";
        var reading = new Reading(patient.zone(), free.clinicZone());
        return new FrontDeskView.Times(
                patient, clinician, free.clinicZone(), WeekOfTimes.of(free, first, shell, reading, path), notFree);
    }

    private Page reason(Actor actor, Pair pair, FrontDeskView.Wish wish, FormErrors errors, Shell shell) {
        return people.clinician(pair.clinicianId())
                .map(clinician -> new FrontDeskView.Reason(known(pair.patientId(), shell), clinician, wish, errors))
                .map(view -> Page.of("scheduling/desk-reason", view))
                .orElseGet(() -> clinicians(actor, pair.patientId(), "gone", shell));
    }

    private Page others(Actor actor, Pair pair, FrontDeskView.Wish wish, Refusal refusal, Shell shell) {
        var patient = known(pair.patientId(), shell);
        return people.clinician(pair.clinicianId())
                .map(clinician -> new FrontDeskView.Others(
                        patient,
                        clinician,
                        wish,
                        refusal.code(),
                        SlotWords.of(refusal.otherTimes(), shell, new Reading(patient.zone(), clinician.zone()))))
                .map(view -> Page.of("scheduling/desk-others", view))
                .orElseGet(() -> clinicians(actor, pair.patientId(), "gone", shell));
    }

    private FrontDeskView.ForWhom known(PatientId patient, Shell shell) {
        return forWhom(people.patient(patient).orElseThrow(), shell);
    }

    private static FrontDeskView.ForWhom forWhom(PatientSummary patient, Shell shell) {
        return new FrontDeskView.ForWhom(
                patient.id().toString(),
                patient.displayName(),
                shell.day(patient.bornOn()),
                patient.zone(),
                "/patients/" + patient.id() + "/appointments");
    }

    private static FrontDeskView.Wish wish(UUID request, Instant start, String reason) {
        return new FrontDeskView.Wish(request, start, reason, Integer.toString(ReasonForVisit.LONGEST));
    }
}
