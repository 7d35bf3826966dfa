package health.visavis.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.visit.ArriveAtVisit.ArrivalOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@PlatformTest
class PresenceModuleTest {

    @Autowired
    private VisitFixtures visits;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private SchedulingFixtures scheduling;

    @Autowired
    private BePresent bePresent;

    @Autowired
    private PresenceWatch watch;

    @Autowired
    private ArriveAtVisit arriveAtVisit;

    @Autowired
    private LeaveWaitingRoom leaveWaitingRoom;

    @Autowired
    private ReadVisit readVisit;

    @Autowired
    private WhoWaits whoWaits;

    @Autowired
    private LiveEvents live;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    private Actor patient = Actors.patient();
    private Actor doctor = Actors.doctor();
    private VisitId visit = VisitId.next();

    @BeforeEach
    void aPatientWaits() {
        patient = people.patient();
        doctor = scheduling.doctorWithHours();
        visit = visits.waiting(patient, doctor);
        bePresent.here(patient, visit);
    }

    @AfterEach
    void timeRunsOn() {
        clock.reset();
    }

    @Test
    void whoLoadsThePageAgainIsNotAway() {
        clock.advance(PresenceWatch.GRACE.minusSeconds(1));
        watch.look();

        assertThat(readVisit.read(doctor, visit).patientAwaySince()).isNull();
    }

    @Test
    void whoClosedThePageIsAwaySinceTheyWereSeenLast() {
        var seenAt = clock.instant();
        var before = news();

        clock.advance(PresenceWatch.GRACE.plusSeconds(1));
        watch.look();

        assertThat(readVisit.read(doctor, visit).patientAwaySince()).isCloseTo(seenAt, within(1, ChronoUnit.SECONDS));
        assertThat(inTheQueue().patientAwaySince()).isNotNull();
        assertThat(inTheQueue().status()).isEqualTo(VisitStatus.ARRIVED);
        assertThat(news()).isGreaterThan(before);
    }

    /// The waiting room is the clinician's: it shows who waits, whoever treats them by now.
    @Test
    void whoWaitsStaysInTheQueueWhenTheirCareHasLapsed() {
        clock.advance(Duration.ofDays(30));

        assertThat(inTheQueue().status()).isEqualTo(VisitStatus.ARRIVED);
    }

    @Test
    void whoComesBackKeepsThePlaceInTheQueue() {
        var since = Objects.requireNonNull(inTheQueue().waitingSince());
        clock.advance(Duration.ofMinutes(3));
        watch.look();
        var before = news();

        bePresent.here(patient, visit);

        assertThat(arriveAtVisit.arrive(patient, visit)).isEqualTo(new ArrivalOutcome.Waiting(since));
        assertThat(inTheQueue().patientAwaySince()).isNull();
        assertThat(news()).isGreaterThan(before);
    }

    @Test
    void whoComesBackWhileTheirAbsenceIsNotedIsNews() {
        clock.advance(Duration.ofMinutes(1));
        var back = new Thread(() -> bePresent.here(patient, visit));
        var before = news();
        transaction.executeWithoutResult(open -> {
            watch.look();
            back.start();
            await("the return to wait for the note of absence").until(this::aWriterWaits);
        });

        await("the absence and the return")
                .untilAsserted(() -> assertThat(news()).isEqualTo(before + 2));
        assertThat(readVisit.read(doctor, visit).patientAwaySince()).isNull();
    }

    @Test
    void stayingIsNoNews() {
        var before = news();
        clock.advance(BePresent.EVERY);
        bePresent.here(patient, visit);

        assertThat(news()).isEqualTo(before);
    }

    @Test
    void whoLeavesTheWaitingRoomIsNotAwayButGone() {
        leaveWaitingRoom.leave(patient, visit);
        clock.advance(Duration.ofMinutes(1));
        watch.look();

        assertThat(inTheQueue().status()).isEqualTo(VisitStatus.PLANNED);
        assertThat(inTheQueue().patientAwaySince()).isNull();
    }

    @Test
    void theDoctorsOwnPageSaysNothingAboutThePatient() {
        clock.advance(Duration.ofMinutes(1));
        bePresent.here(doctor, visit);
        watch.look();

        assertThat(inTheQueue().patientAwaySince()).isNotNull();
    }

    @Test
    void nobodyElseIsThere() {
        assertThatThrownBy(() -> bePresent.here(people.patient(), visit)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> bePresent.here(people.doctor(), visit)).isInstanceOf(AccessDenied.class);
    }

    private VisitSummary inTheQueue() {
        var day = new TimeSlot(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(365_000)));
        return whoWaits.with(doctor, Objects.requireNonNull(doctor.clinician()), day).stream()
                .filter(found -> found.id().equals(visit))
                .findFirst()
                .orElseThrow();
    }

    private boolean aWriterWaits() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype = 'transactionid')")
                .query(Boolean.class)
                .single();
    }

    private long news() {
        return live.latest(Topic.visit(visit.value()));
    }
}
