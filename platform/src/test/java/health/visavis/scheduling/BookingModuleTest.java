package health.visavis.scheduling;

import static health.visavis.scheduling.SchedulingFixtures.booked;
import static health.visavis.scheduling.SchedulingFixtures.changed;
import static health.visavis.scheduling.SchedulingFixtures.clinicianOf;
import static health.visavis.scheduling.SchedulingFixtures.patientOf;
import static health.visavis.scheduling.SchedulingFixtures.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.AccessDenied;
import health.visavis.access.Actors;
import health.visavis.access.CareRelationships;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.TimeSlot;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.domain.BookingFixtures;
import health.visavis.scheduling.domain.BookingRules;
import health.visavis.scheduling.domain.CancellationReason;
import health.visavis.scheduling.domain.ClinicHours;
import health.visavis.scheduling.domain.DeclineReason;
import health.visavis.scheduling.domain.ReasonForVisit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@PlatformTest
@RecordApplicationEvents
class BookingModuleTest {

    @Autowired
    SchedulingFixtures scheduling;

    @Autowired
    PeopleFixtures people;

    @Autowired
    RequestAppointment requestAppointment;

    @Autowired
    ReadAppointment readAppointment;

    @Autowired
    CancelAppointment cancelAppointment;

    @Autowired
    DeclineAppointment declineAppointment;

    @Autowired
    SetClinicHours setClinicHours;

    @Autowired
    FindFreeSlots findFreeSlots;

    @Autowired
    CareRelationships relationships;

    @Autowired
    MutableClock clock;

    @Autowired
    ApplicationEvents events;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    @Requirement("APP-03")
    void aRequestKeepsTheTimeAndBeginsTheCareRelationship() {
        var patient = people.patient();
        var doctor = scheduling.doctorWithHours();
        var slot = scheduling.freeTimes(doctor).getFirst();
        assertThat(relationships.exists(doctor.person(), patientOf(patient))).isFalse();

        var appointment = scheduling.requestedBy(patient, doctor, slot);

        assertThat(appointment.state()).isEqualTo(AppointmentState.REQUESTED);
        assertThat(appointment.slot()).isEqualTo(slot);
        assertThat(scheduling.freeTimes(doctor)).doesNotContain(slot);
        assertThat(relationships.exists(doctor.person(), patientOf(patient))).isTrue();
        assertThat(events.stream(AppointmentRequested.class).map(AppointmentRequested::appointment))
                .containsExactly(appointment);
    }

    @Test
    void theReasonIsStoredSealedAndReadByBothSides() {
        var patient = people.patient();
        var doctor = scheduling.doctorWithHours();
        var appointment = scheduling.requestedBy(patient, doctor);

        var sealed = database.queryForObject(
                "SELECT reason_sealed FROM appointment WHERE id = ?",
                byte[].class,
                appointment.id().value());
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Headache");
        assertThat(readAppointment.read(patient, appointment.id()).reason().reveal())
                .isEqualTo("Headache since Tuesday");
        assertThat(readAppointment.read(doctor, appointment.id()).reason().reveal())
                .isEqualTo("Headache since Tuesday");
    }

    @Test
    void theAgreedWallTimeIsKeptBesideTheInstant() {
        var doctor = scheduling.doctorWithHours();
        var appointment = scheduling.requestedBy(people.patient(), doctor);
        assertThat(database.queryForObject(
                        "SELECT clinic_wall_start AT TIME ZONE clinic_zone = lower(slot) FROM appointment WHERE id = ?",
                        Boolean.class,
                        appointment.id().value()))
                .isTrue();
    }

    @Test
    void aRequestSentAgainIsTheSameAppointmentAlsoWhenItsTimeHasGoneBy() {
        var patient = people.patient();
        var doctor = scheduling.doctorWithHours();
        var wish = wish(patient, doctor, scheduling.freeTimes(doctor).getFirst());

        var first = booked(requestAppointment.request(patient, wish));
        assertThat(booked(requestAppointment.request(patient, wish))).isEqualTo(first);
        clock.advance(Duration.ofHours(2));
        assertThat(booked(requestAppointment.request(patient, wish))).isEqualTo(first);
        assertThat(events.stream(AppointmentRequested.class)).hasSize(1);
    }

    @Test
    void theRequestIdOfOnePatientMeansNothingToAnother() {
        var doctor = scheduling.doctorWithHours();
        var slots = scheduling.freeTimes(doctor);
        var one = people.patient();
        var other = people.patient();
        var id = UUID.randomUUID();
        var reason = new ReasonForVisit("x");

        var first = booked(requestAppointment.request(
                one,
                new AppointmentRequest(
                        id, patientOf(one), clinicianOf(doctor), slots.get(0).start(), reason)));
        var second = booked(requestAppointment.request(
                other,
                new AppointmentRequest(
                        id, patientOf(other), clinicianOf(doctor), slots.get(1).start(), reason)));

        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    @Requirement("APP-03")
    void aCancelledSlotCanBeBookedAgain() {
        var patient = people.patient();
        var doctor = scheduling.doctorWithHours();
        var appointment = scheduling.requestedBy(patient, doctor);
        changed(cancelAppointment.cancel(patient, appointment.revision(), CancellationReason.CANNOT_ATTEND));

        var again = scheduling.requestedBy(people.patient(), doctor, appointment.slot());

        assertThat(again.slot()).isEqualTo(appointment.slot());
    }

    @Test
    @Requirement("APP-03")
    void aDeclinedSlotCanBeBookedAgain() {
        var doctor = scheduling.doctorWithHours();
        var appointment = scheduling.requestedBy(people.patient(), doctor);
        changed(declineAppointment.decline(doctor, appointment.revision(), DeclineReason.NOT_AVAILABLE));

        assertThat(scheduling
                        .requestedBy(people.patient(), doctor, appointment.slot())
                        .slot())
                .isEqualTo(appointment.slot());
    }

    @Test
    void aTakenTimeIsAnsweredWithFreeTimesThatCanBeBooked() {
        var doctor = scheduling.doctorWithHours();
        var taken = scheduling.requestedBy(people.patient(), doctor).slot();
        var patient = people.patient();

        var outcome = requestAppointment.request(patient, wish(patient, doctor, taken));

        assertThat(outcome).isInstanceOf(BookingOutcome.SlotTaken.class);
        var others = ((BookingOutcome.SlotTaken) outcome).otherTimes();
        assertThat(others).hasSize(6);
        assertThat(scheduling.requestedBy(patient, doctor, others.getFirst()).slot())
                .isEqualTo(others.getFirst());
    }

    @Test
    void theLosersLookIsOnTheTrail() {
        var doctor = scheduling.doctorWithHours();
        var taken = scheduling.requestedBy(people.patient(), doctor).slot();
        var patient = people.patient();
        var wish = wish(patient, doctor, taken);

        requestAppointment.request(patient, wish);

        assertThat(database.queryForObject(
                        "SELECT count(*) FROM audit_event WHERE action = 'request-appointment' AND subject_id = ?",
                        Integer.class,
                        wish.id()))
                .isEqualTo(1);
    }

    @Test
    void aPatientCannotBeAtTwoPlaces() {
        var patient = people.patient();
        var slot = scheduling.requestedBy(patient, scheduling.doctorWithHours()).slot();
        var another = scheduling.doctorWithHours();

        var outcome = requestAppointment.request(patient, wish(patient, another, slot));

        assertThat(outcome).isInstanceOf(BookingOutcome.PatientBusy.class);
        assertThat(((BookingOutcome.PatientBusy) outcome).otherTimes()).doesNotContain(slot);
        assertThat(findFreeSlots
                        .toBook(patient, clinicianOf(another), new TimeSlot(slot.start(), slot.end()))
                        .orElseThrow()
                        .slots())
                .isEmpty();
    }

    @Test
    void aTimeInThePastIsTooLate() {
        var patient = people.patient();
        var doctor = scheduling.doctorWithHours();
        var slot = scheduling.freeTimes(doctor).getFirst();
        clock.moveTo(slot.start());

        var outcome = requestAppointment.request(patient, wish(patient, doctor, slot));

        assertThat(outcome).isInstanceOf(BookingOutcome.TooLate.class);
        assertThat(((BookingOutcome.TooLate) outcome).otherTimes())
                .isNotEmpty()
                .allMatch(other -> other.start().isAfter(slot.start()));
    }

    @Test
    void aTimeBetweenTheTimesIsOutsideTheHours() {
        var patient = people.patient();
        var doctor = scheduling.doctorWithHours();
        var slot = scheduling.freeTimes(doctor).getFirst();
        var shifted = new TimeSlot(slot.start().plusSeconds(60), slot.end().plusSeconds(60));

        assertThat(requestAppointment.request(patient, wish(patient, doctor, shifted)))
                .isInstanceOf(BookingOutcome.OutsideClinicHours.class);
    }

    @Test
    void aTimeBeyondTheHorizonIsOutsideTheHours() {
        var patient = people.patient();
        var doctor = scheduling.doctorWithHours();
        var far = scheduling.freeTimes(doctor).getFirst().start().plus(Duration.ofDays(70));

        assertThat(requestAppointment.request(patient, wish(patient, doctor, new TimeSlot(far, far.plusSeconds(1800)))))
                .isInstanceOf(BookingOutcome.OutsideClinicHours.class);
    }

    @Test
    void anUnknownClinicianIsNotTheSameAsOneWithoutHours() {
        var patient = people.patient();
        var nobody = Actors.doctor(people.doctor().person(), ClinicianId.next());
        var withoutHours = people.doctor();
        var slot = new TimeSlot(clock.instant().plusSeconds(60), clock.instant().plusSeconds(120));

        assertThat(requestAppointment.request(patient, wish(patient, nobody, slot)))
                .isInstanceOf(BookingOutcome.UnknownClinician.class);
        assertThat(requestAppointment.request(patient, wish(patient, withoutHours, slot)))
                .isInstanceOf(BookingOutcome.OutsideClinicHours.class);
    }

    @Test
    void aDoctorWhoHasLeftIsNoLongerBookedAndOffersNoTimes() {
        var patient = people.patient();
        var doctor = scheduling.doctorWithHours();
        var wish = wish(patient, doctor, scheduling.freeTimes(doctor).getFirst());
        people.deactivate(doctor);

        assertThat(requestAppointment.request(patient, wish)).isInstanceOf(BookingOutcome.ClinicianLeft.class);
        var period = new TimeSlot(clock.instant(), clock.instant().plus(Duration.ofDays(4)));
        assertThat(findFreeSlots.toBook(patient, clinicianOf(doctor), period)).isEmpty();
        assertThat(relationships.exists(doctor.person(), patientOf(patient))).isFalse();
        assertThat(events.stream(AppointmentRequested.class)).isEmpty();
    }

    @Test
    void aRequestSentAgainAfterTheDoctorLeftIsStillTheSameAppointment() {
        var patient = people.patient();
        var doctor = scheduling.doctorWithHours();
        var wish = wish(patient, doctor, scheduling.freeTimes(doctor).getFirst());
        var first = booked(requestAppointment.request(patient, wish));
        people.deactivate(doctor);

        assertThat(booked(requestAppointment.request(patient, wish))).isEqualTo(first);
    }

    @Test
    @Requirement("APP-03")
    void nobodyBooksForAPatientHeHasNothingToDoWith() {
        var doctor = scheduling.doctorWithHours();
        var patient = people.patient();
        var wish = wish(patient, doctor, scheduling.freeTimes(doctor).getFirst());

        for (var stranger : List.of(
                people.patient(), people.doctor(), people.nurseOnTheTeamOf(clinicianOf(doctor)), people.admin())) {
            assertThatThrownBy(() -> requestAppointment.request(stranger, wish)).isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void staffBookForAPatientTheyTreat() {
        var doctor = scheduling.doctorWithHours();
        var patient = people.patient();
        scheduling.requestedBy(patient, doctor);
        var nurse = people.nurseOnTheTeamOf(clinicianOf(doctor));

        var outcome = requestAppointment.request(
                nurse, wish(patient, doctor, scheduling.freeTimes(doctor).getFirst()));

        assertThat(booked(outcome).patient()).isEqualTo(patientOf(patient));
    }

    /// Every offered time of the day on which an hour happens twice, one by one until none is left.
    @Test
    void aFreeTimeIsNeverRefused() {
        var zone = PeopleFixtures.NEW_YORK;
        var day = LocalDate.of(2027, 11, 7);
        clock.moveTo(day.minusDays(2).atStartOfDay(zone).toInstant());
        var doctor = people.doctor();
        setClinicHours.set(
                Actors.system(),
                new ClinicHours(
                        clinicianOf(doctor),
                        zone,
                        new BookingRules(Duration.ofMinutes(30), Duration.ofHours(2), 3),
                        BookingFixtures.everyDay(BookingFixtures.hours("00:00", "06:00"))));
        var period = new TimeSlot(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());

        var booked = new ArrayList<TimeSlot>();
        while (true) {
            var patient = people.patient();
            var free = findFreeSlots
                    .toBook(patient, clinicianOf(doctor), period)
                    .orElseThrow()
                    .slots();
            if (free.isEmpty()) {
                break;
            }
            booked.add(scheduling.requestedBy(patient, doctor, free.getFirst()).slot());
        }

        assertThat(booked).hasSize(14);
    }
}
