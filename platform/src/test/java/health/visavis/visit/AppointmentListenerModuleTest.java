package health.visavis.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.AppointmentState;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.CancelAppointment;
import health.visavis.scheduling.MoveAppointment;
import health.visavis.scheduling.MoveOutcome;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.scheduling.domain.CancellationReason;
import health.visavis.visit.ArriveAtVisit.ArrivalOutcome;
import health.visavis.visit.store.Encounters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// What becomes of the visit when its appointment moves.
@PlatformTest
class AppointmentListenerModuleTest {

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private SchedulingFixtures scheduling;

    @Autowired
    private MoveAppointment moveAppointment;

    @Autowired
    private CancelAppointment cancelAppointment;

    @Autowired
    private ArriveAtVisit arriveAtVisit;

    @Autowired
    private ReadVisit readVisit;

    @Autowired
    private Encounters encounters;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private Actor patient;
    private Actor doctor;
    private AppointmentSummary appointment;
    private VisitId visit;

    @BeforeEach
    void aConfirmedAppointment() {
        patient = people.patient();
        doctor = scheduling.doctorWithHours();
        appointment = scheduling.confirmedFor(patient, doctor);
        visit = new VisitId(appointment.id().value());
        await().until(() -> encounters.timeUntilOver(visit).isPresent());
    }

    @Test
    void movedByThePatientTheVisitIsWithdrawnUntilTheNewTimeIsConfirmed() {
        var moved = moved(patient);
        assertThat(moved.state()).isEqualTo(AppointmentState.REQUESTED);
        await().until(() -> status() == VisitStatus.CANCELLED);
        assertThat(arriveAtVisit.arrive(patient, visit)).isEqualTo(new ArrivalOutcome.VisitOver());

        scheduling.confirm(doctor, moved);

        await().until(() -> status() == VisitStatus.PLANNED);
        assertThat(readVisit.read(patient, visit).slot()).isEqualTo(moved.slot());
        assertThat(arriveAtVisit.arrive(patient, visit)).isInstanceOf(ArrivalOutcome.Waiting.class);
    }

    @Test
    void whoWaitsAlreadyAndMovesLeavesTheWaitingRoom() {
        arriveAtVisit.arrive(patient, visit);

        moved(patient);

        await().until(() -> status() == VisitStatus.CANCELLED);
    }

    @Test
    void movedByTheClinicTheVisitKeepsItsPlaceAtTheNewTime() {
        var moved = moved(doctor);

        await().until(() -> readVisit.read(doctor, visit).slot().equals(moved.slot()));
        assertThat(status()).isEqualTo(VisitStatus.PLANNED);
    }

    @Test
    void movedAndThenCancelledTheVisitStaysWithdrawn() {
        var moved = moved(patient);
        cancelAppointment.cancel(patient, moved.revision(), CancellationReason.CANNOT_ATTEND);

        await().until(() -> status() == VisitStatus.CANCELLED);
        assertThat(arriveAtVisit.arrive(patient, visit)).isEqualTo(new ArrivalOutcome.VisitOver());
    }

    /// Bookings are many, and a request has no visit to be kept in step: nobody is woken for it.
    @Test
    void aRequestAloneIsNotFollowed() {
        var requested = scheduling.requestedBy(people.patient(), scheduling.doctorWithHours());

        assertThat(database.queryForObject(
                        "SELECT count(*) FROM event_publication WHERE listener_id = 'visit.follow-appointment' AND"
                                + " position(? IN serialized_event) > 0",
                        Long.class,
                        requested.id().toString()))
                .isZero();
        assertThat(database.queryForObject(
                        "SELECT count(*) FROM audit_event WHERE action = 'cancel-visit' AND subject_id = ?",
                        Long.class,
                        appointment.id().value()))
                .as("the request of the appointment that was confirmed meanwhile")
                .isZero();
    }

    private AppointmentSummary moved(Actor by) {
        var free = scheduling.freeTimes(doctor).get(20);
        return ((MoveOutcome.Moved) moveAppointment.move(by, appointment.revision(), free.start())).appointment();
    }

    private VisitStatus status() {
        return readVisit.read(patient, visit).status();
    }
}
