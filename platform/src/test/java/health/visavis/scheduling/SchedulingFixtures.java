package health.visavis.scheduling;

import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeSlot;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.domain.BookingFixtures;
import health.visavis.scheduling.domain.BookingRules;
import health.visavis.scheduling.domain.ClinicHours;
import health.visavis.scheduling.domain.ReasonForVisit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Clinicians with hours and appointments in every state, for module tests, made by the same use cases as
/// everybody's.
@Component
public class SchedulingFixtures {

    private final PeopleFixtures people;
    private final SetClinicHours setHours;
    private final FindFreeSlots findFreeSlots;
    private final RequestAppointment requestAppointment;
    private final ConfirmAppointment confirmAppointment;
    private final Clock clock;

    SchedulingFixtures(
            PeopleFixtures people,
            SetClinicHours setHours,
            FindFreeSlots findFreeSlots,
            RequestAppointment requestAppointment,
            ConfirmAppointment confirmAppointment,
            Clock clock) {
        this.people = people;
        this.setHours = setHours;
        this.findFreeSlots = findFreeSlots;
        this.requestAppointment = requestAppointment;
        this.confirmAppointment = confirmAppointment;
        this.clock = clock;
    }

    /// A doctor in New York who works around the clock and takes half an hour per visit.
    public Actor doctorWithHours() {
        return doctorWithVisitsOf(Duration.ofMinutes(30));
    }

    public Actor doctorWithVisitsOf(Duration length) {
        var doctor = people.doctor();
        setHours(doctor, length);
        return doctor;
    }

    public void setHours(Actor doctor, Duration length) {
        setHours.set(
                Actors.system(),
                new ClinicHours(
                        clinicianOf(doctor),
                        PeopleFixtures.NEW_YORK,
                        new BookingRules(length, Duration.ZERO, 60),
                        BookingFixtures.everyDay(BookingFixtures.hours("00:00", "00:00"))));
    }

    public List<TimeSlot> freeTimes(Actor doctor) {
        return freeTimes(doctor, clock.instant());
    }

    public List<TimeSlot> freeTimes(Actor doctor, Instant from) {
        return findFreeSlots
                .toBook(doctor, clinicianOf(doctor), new TimeSlot(from, from.plus(Duration.ofDays(4))))
                .orElseThrow()
                .slots();
    }

    public AppointmentSummary requestedBy(Actor patient, Actor doctor) {
        return requestedBy(patient, doctor, freeTimes(doctor).getFirst());
    }

    public AppointmentSummary requestedBy(Actor patient, Actor doctor, TimeSlot slot) {
        return booked(requestAppointment.request(patient, wish(patient, doctor, slot)));
    }

    /// What 'visit' starts from.
    public AppointmentSummary confirmedFor(Actor patient, Actor doctor) {
        return confirm(doctor, requestedBy(patient, doctor));
    }

    public AppointmentSummary confirm(Actor doctor, AppointmentSummary requested) {
        return changed(confirmAppointment.confirm(doctor, requested.revision()));
    }

    static AppointmentRequest wish(Actor patient, Actor doctor, TimeSlot slot) {
        return new AppointmentRequest(
                UUID.randomUUID(),
                patientOf(patient),
                clinicianOf(doctor),
                slot.start(),
                new ReasonForVisit("Headache since Tuesday"));
    }

    static AppointmentSummary booked(BookingOutcome outcome) {
        if (outcome instanceof BookingOutcome.Booked booked) {
            return booked.appointment();
        }
        throw new AssertionError("not booked but " + outcome);
    }

    static AppointmentSummary changed(ChangeOutcome outcome) {
        if (outcome instanceof ChangeOutcome.Changed changed) {
            return changed.appointment();
        }
        throw new AssertionError("not changed but " + outcome);
    }

    static PatientId patientOf(Actor patient) {
        return Objects.requireNonNull(patient.patient());
    }

    static ClinicianId clinicianOf(Actor doctor) {
        return Objects.requireNonNull(doctor.clinician());
    }
}
