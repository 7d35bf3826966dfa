package health.visavis.scheduling;

import static health.visavis.Crowd.atOnce;
import static health.visavis.scheduling.SchedulingFixtures.wish;
import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.kernel.Requirement;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.BookingOutcome.Booked;
import health.visavis.scheduling.BookingOutcome.PatientBusy;
import health.visavis.scheduling.BookingOutcome.SlotTaken;
import health.visavis.scheduling.domain.CancellationReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// Many who want the same. Every test also says that nobody saw an error: a deadlock, a serialization failure or a
/// poisoned transaction would be one.
@PlatformTest
@Requirement("APP-03")
class BookingRaceModuleTest {

    private static final int CROWD = 200;

    @Autowired
    SchedulingFixtures scheduling;

    @Autowired
    PeopleFixtures people;

    @Autowired
    RequestAppointment requestAppointment;

    @Autowired
    CancelAppointment cancelAppointment;

    @Autowired
    MoveAppointment moveAppointment;

    @Autowired
    ConfirmAppointment confirmAppointment;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    @Test
    void ofTwoHundredPatientsWhoWantOneTimeExactlyOneGetsIt() throws Exception {
        var doctor = scheduling.doctorWithHours();
        var slot = scheduling.freeTimes(doctor).getFirst();

        var outcomes = atOnce(patients(CROWD)
                .<Callable<BookingOutcome>>map(
                        patient -> () -> requestAppointment.request(patient, wish(patient, doctor, slot)))
                .toList());

        assertThat(outcomes).filteredOn(Booked.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(SlotTaken.class::isInstance)
                .hasSize(CROWD - 1)
                .allSatisfy(taken -> assertThat(((SlotTaken) taken).otherTimes())
                        .isNotEmpty()
                        .doesNotContain(slot));
        assertThat(blocking(doctor)).isEqualTo(1);
    }

    @Test
    void twoHundredDifferentTimesAreAllBooked() throws Exception {
        var doctor = scheduling.doctorWithVisitsOf(Duration.ofMinutes(15));
        var slots = scheduling.freeTimes(doctor);
        var patients = patients(CROWD).toList();

        var outcomes = atOnce(IntStream.range(0, CROWD)
                .<Callable<BookingOutcome>>mapToObj(i ->
                        () -> requestAppointment.request(patients.get(i), wish(patients.get(i), doctor, slots.get(i))))
                .toList());

        assertThat(outcomes).hasSize(CROWD).allMatch(Booked.class::isInstance);
        assertThat(blocking(doctor)).isEqualTo(CROWD);
    }

    @Test
    void aPatientWhoWantsTenDoctorsAtOneTimeGetsOne() throws Exception {
        var patient = people.patient();
        var doctors = Stream.generate(scheduling::doctorWithHours).limit(10).toList();
        var slot = scheduling.freeTimes(doctors.getFirst()).get(3);

        var outcomes = atOnce(doctors.stream()
                .<Callable<BookingOutcome>>map(
                        doctor -> () -> requestAppointment.request(patient, wish(patient, doctor, slot)))
                .toList());

        assertThat(outcomes).filteredOn(Booked.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(PatientBusy.class::isInstance).hasSize(9);
    }

    /// Each request collides with others on the doctor's side and on the patient's: the picture in which two
    /// constraints could deadlock.
    @Test
    void whereEverybodyWantsEverybodyAtOneTimeEachGetsAtMostOneAndNobodyIsLeftNextToAFreeOne() throws Exception {
        var patients = patients(12).toList();
        var doctors = Stream.generate(scheduling::doctorWithHours).limit(12).toList();
        var slot = scheduling.freeTimes(doctors.getFirst()).get(3);
        var acts = new ArrayList<Callable<BookingOutcome>>();
        patients.forEach(patient -> doctors.forEach(
                doctor -> acts.add(() -> requestAppointment.request(patient, wish(patient, doctor, slot)))));
        Collections.shuffle(acts);

        var booked = atOnce(acts).stream()
                .filter(Booked.class::isInstance)
                .map(outcome -> ((Booked) outcome).appointment())
                .toList();

        assertThat(booked).hasSize(12);
        assertThat(booked).extracting(AppointmentSummary::patient).doesNotHaveDuplicates();
        assertThat(booked).extracting(AppointmentSummary::clinician).doesNotHaveDuplicates();
    }

    @Test
    void timesThatOverlapInPartAreNotBookedTogether() throws Exception {
        var doctor = scheduling.doctorWithHours();
        var halfHours = scheduling.freeTimes(doctor).subList(2, 12);
        scheduling.setHours(doctor, Duration.ofMinutes(20));
        var thirds = scheduling.freeTimes(doctor, halfHours.getFirst().start()).subList(0, 15);
        var acts = new ArrayList<Callable<BookingOutcome>>();
        for (var slot : thirds) {
            var patient = people.patient();
            acts.add(() -> requestAppointment.request(patient, wish(patient, doctor, slot)));
        }
        scheduling.setHours(doctor, Duration.ofMinutes(30));
        for (var slot : halfHours) {
            var patient = people.patient();
            acts.add(() -> requestAppointment.request(patient, wish(patient, doctor, slot)));
        }
        acts.add(() -> {
            scheduling.setHours(doctor, Duration.ofMinutes(20));
            return new BookingOutcome.UnknownClinician();
        });

        var booked = atOnce(acts).stream()
                .filter(Booked.class::isInstance)
                .map(outcome -> ((Booked) outcome).appointment().slot())
                .toList();

        assertThat(booked).isNotEmpty();
        assertThat(booked)
                .allSatisfy(one ->
                        assertThat(booked).filteredOn(other -> other != one).noneMatch(one::overlaps));
    }

    @Test
    void aFormSentTwentyTimesAtOnceAsksOnce() throws Exception {
        var patient = people.patient();
        var doctor = scheduling.doctorWithHours();
        var wish = wish(patient, doctor, scheduling.freeTimes(doctor).getFirst());

        var outcomes = atOnce(
                Collections.<Callable<BookingOutcome>>nCopies(20, () -> requestAppointment.request(patient, wish)));

        assertThat(new HashSet<>(outcomes)).hasSize(1);
        assertThat(outcomes.getFirst()).isInstanceOf(Booked.class);
        assertThat(blocking(doctor)).isEqualTo(1);
    }

    @Test
    void ofTwentyConfirmationsExactlyOneChangesTheAppointment() throws Exception {
        var doctor = scheduling.doctorWithHours();
        var requested = scheduling.requestedBy(people.patient(), doctor);

        var outcomes = atOnce(Collections.<Callable<ChangeOutcome>>nCopies(
                20, () -> confirmAppointment.confirm(doctor, requested.revision())));

        assertThat(outcomes).filteredOn(ChangeOutcome.Changed.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(ChangeOutcome.ChangedMeanwhile.class::isInstance)
                .hasSize(19)
                .allSatisfy(outcome -> assertThat(((ChangeOutcome.ChangedMeanwhile) outcome)
                                .current()
                                .state())
                        .isEqualTo(AppointmentState.CONFIRMED));
    }

    @Test
    void aConfirmationAndACancellationDoNotBothHappen() throws Exception {
        var doctor = scheduling.doctorWithHours();
        var patient = people.patient();
        for (int round = 0; round < 10; round++) {
            var requested = scheduling.requestedBy(patient, doctor);
            var outcomes = atOnce(List.<Callable<ChangeOutcome>>of(
                    () -> confirmAppointment.confirm(doctor, requested.revision()),
                    () -> cancelAppointment.cancel(
                            patient, requested.revision(), CancellationReason.NO_LONGER_NEEDED)));
            assertThat(outcomes)
                    .filteredOn(ChangeOutcome.Changed.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void ofThirtyMovesAndThirtyRequestsForOneTimeExactlyOneGetsIt() throws Exception {
        var doctor = scheduling.doctorWithHours();
        var wished = scheduling.freeTimes(doctor).get(40);
        var acts = new ArrayList<Callable<Object>>();
        for (int i = 0; i < 30; i++) {
            var appointment = scheduling.requestedBy(people.patient(), doctor);
            acts.add(() -> moveAppointment.move(doctor, appointment.revision(), wished.start()));
            var patient = people.patient();
            acts.add(() -> requestAppointment.request(patient, wish(patient, doctor, wished)));
        }

        var outcomes = atOnce(acts);

        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof Booked || outcome instanceof MoveOutcome.Moved)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof SlotTaken || outcome instanceof MoveOutcome.SlotTaken)
                .hasSize(59);
    }

    /// A clinic that shuffles its day: moves go into times that other moves leave, and confirmations write the same
    /// rows' constraints again.
    @Test
    void movesAndConfirmationsOfOneDayNeverDeadlock() throws Exception {
        var doctor = scheduling.doctorWithHours();
        var slots = scheduling.freeTimes(doctor).subList(4, 44);
        var appointments = slots.stream()
                .map(slot -> scheduling.requestedBy(people.patient(), doctor, slot))
                .toList();
        var acts = new ArrayList<Callable<Object>>();
        for (int i = 0; i < appointments.size(); i++) {
            var appointment = appointments.get(i);
            var target = slots.get((i + 1) % slots.size());
            acts.add(
                    i % 2 == 0
                            ? () -> confirmAppointment.confirm(doctor, appointment.revision())
                            : () -> moveAppointment.move(doctor, appointment.revision(), target.start()));
        }

        assertThat(atOnce(acts))
                .allMatch(outcome -> outcome instanceof ChangeOutcome.Changed
                        || outcome instanceof MoveOutcome.Moved
                        || outcome instanceof MoveOutcome.SlotTaken);
        assertThat(blocking(doctor)).isEqualTo(slots.size());
    }

    private Stream<Actor> patients(int many) {
        return Stream.generate(people::patient).limit(many);
    }

    private Integer blocking(Actor doctor) {
        return database.queryForObject(
                "SELECT count(*) FROM appointment WHERE clinician_id = ? AND state NOT IN ('DECLINED', 'CANCELLED')",
                Integer.class,
                SchedulingFixtures.clinicianOf(doctor).value());
    }
}
