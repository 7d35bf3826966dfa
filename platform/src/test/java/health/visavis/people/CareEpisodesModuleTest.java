package health.visavis.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Access;
import health.visavis.access.AccessDenied;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.messaging.MessagingFixtures;
import health.visavis.messaging.ReadThread;
import health.visavis.messaging.SendMessage;
import health.visavis.messaging.SendOutcome;
import health.visavis.messaging.StartThread;
import health.visavis.people.store.CareTeams;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.CancelAppointment;
import health.visavis.scheduling.DeclineAppointment;
import health.visavis.scheduling.FulfilAppointment;
import health.visavis.scheduling.ReadAppointment;
import health.visavis.scheduling.RecordNoShow;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.scheduling.domain.CancellationReason;
import health.visavis.scheduling.domain.DeclineReason;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/// From the request of an appointment to the last word: when a clinician sees a patient, and when no more.
@PlatformTest
class CareEpisodesModuleTest {

    private static final Duration ALMOST_A_YEAR = Duration.ofDays(355);
    private static final Duration A_MONTH = Duration.ofDays(30);

    @Autowired
    SchedulingFixtures scheduling;

    @Autowired
    PeopleFixtures people;

    @Autowired
    DeclineAppointment declineAppointment;

    @Autowired
    CancelAppointment cancelAppointment;

    @Autowired
    FulfilAppointment fulfilAppointment;

    @Autowired
    RecordNoShow recordNoShow;

    @Autowired
    ReadAppointment readAppointment;

    @Autowired
    StartThread startThread;

    @Autowired
    ReadThread readThread;

    @Autowired
    SendMessage sendMessage;

    @Autowired
    CareReviews reviews;

    @Autowired
    CareTeams teams;

    @Autowired
    ReviewCareRelationship review;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    People lookups;

    @Autowired
    Access access;

    @Autowired
    MutableClock clock;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private Actor patient;
    private Actor doctor;
    private Actor nurse;

    @BeforeEach
    void aPatientADoctorAndHisNurse() {
        patient = people.patient();
        doctor = scheduling.doctorWithHours();
        nurse = people.nurseOnTheTeamOf(Objects.requireNonNull(doctor.clinician()));
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aDoctorWhoDeclinesNoLongerSeesTheRecordNorDoesHisTeam() {
        var requested = scheduling.requestedBy(patient, doctor);
        assertThat(seesTheRecord(doctor)).isTrue();
        assertThat(seesTheRecord(nurse)).isTrue();

        declineAppointment.decline(doctor, requested.revision(), DeclineReason.NOT_AVAILABLE);

        assertThat(seesTheRecord(doctor)).isFalse();
        assertThat(seesTheRecord(nurse)).isFalse();
        assertThat(lookups.cliniciansOf(Objects.requireNonNull(patient.patient())))
                .isEmpty();
        assertThat(lookups.patientsOf(doctor.person(), "", 10)).isEmpty();
        assertThat(lookups.patientsOf(nurse.person(), "", 10)).isEmpty();
        assertThat(episodes()).containsExactly("APPOINTMENT DECLINED");
    }

    @Test
    void theAppointmentItselfStaysWithDoctorAndTeam() {
        var requested = scheduling.requestedBy(patient, doctor);

        cancelAppointment.cancel(nurse, requested.revision(), CancellationReason.OTHER);

        assertThat(seesTheRecord(nurse)).isFalse();
        assertThat(readAppointment.read(nurse, requested.id()).summary().id()).isEqualTo(requested.id());
        assertThat(readAppointment.read(doctor, requested.id()).summary().id()).isEqualTo(requested.id());
    }

    @Test
    void whileAnotherAppointmentIsOpenItGoesOn() {
        var first = scheduling.requestedBy(patient, doctor);
        scheduling.confirmedFor(patient, doctor);

        cancelAppointment.cancel(patient, first.revision(), CancellationReason.CANNOT_ATTEND);

        assertThat(seesTheRecord(doctor)).isTrue();
    }

    @Test
    void askedAgainItBeginsAgainAndBothEpisodesAreKept() {
        var declined = scheduling.requestedBy(patient, doctor);
        declineAppointment.decline(doctor, declined.revision(), DeclineReason.NOT_AVAILABLE);

        scheduling.requestedBy(patient, doctor);

        assertThat(seesTheRecord(doctor)).isTrue();
        assertThat(episodes()).containsExactly("APPOINTMENT DECLINED", "APPOINTMENT null");
    }

    @Test
    void whatWasBeforeADeclinedRequestGoesOnAsItWould() {
        visited();
        var again = scheduling.requestedBy(patient, doctor);
        declineAppointment.decline(doctor, again.revision(), DeclineReason.NOT_AVAILABLE);

        assertThat(seesTheRecord(doctor)).isTrue();
        clock.advance(ALMOST_A_YEAR);
        assertThat(seesTheRecord(doctor)).isTrue();
        clock.advance(A_MONTH);
        assertThat(seesTheRecord(doctor)).isFalse();
    }

    @Test
    void aYearAfterTheLastVisitItIsOverWithoutWaitingForTheReviewThatWritesItDown() {
        visited();
        clock.advance(ALMOST_A_YEAR.plus(A_MONTH));

        assertThat(seesTheRecord(doctor)).isFalse();
        assertThat(episodes()).containsExactly("APPOINTMENT null");

        reviews.make();

        assertThat(episodes()).containsExactly("APPOINTMENT LAPSED");
    }

    @Test
    void whoHasWrittenSinceTheVisitKeepsWriting() {
        var visit = visited();
        var thread =
                startThread.with(patient, visit.patient(), visit.clinician()).orElseThrow();
        clock.advance(ALMOST_A_YEAR);
        sendMessage.send(patient, MessagingFixtures.draft(thread, "It is back."));
        clock.moveTo(visit.slot().end().plus(Duration.ofDays(364).plusHours(20)));

        reviews.make();

        clock.advance(A_MONTH);
        assertThat(seesTheRecord(doctor)).isTrue();
        assertThat(readThread.newest(doctor, thread).messages()).hasSize(1);
    }

    /// As `V003__end_care_relationships` leaves it: an hour, until it is judged.
    @Test
    void anEpisodeOfBeforeIsJudgedAtTheStartEvenWhereNobodyLooksAfterwards() {
        visited();
        database.update(
                "UPDATE care_relationship SET good_until = ? WHERE patient_id = ?",
                Timestamp.from(clock.instant().plus(Duration.ofHours(1))),
                Objects.requireNonNull(patient.patient()).value());
        var seldom = new CareReviews(
                teams,
                review,
                transactions,
                new CareSettings(Period.ofMonths(12), Period.ofDays(14), Duration.ZERO),
                clock);

        seldom.start();
        await().untilAsserted(
                        () -> assertThat(goodUntil()).isAfter(clock.instant().plus(ALMOST_A_YEAR)));
        seldom.stop();

        clock.advance(ALMOST_A_YEAR);
        assertThat(seesTheRecord(doctor)).isTrue();
    }

    @Test
    void afterAMissedAppointmentThereAreDaysToSettleIt() {
        var confirmed = scheduling.confirmedFor(patient, doctor);
        clock.moveTo(confirmed.slot().end());
        recordNoShow.record(doctor, confirmed.id());

        assertThat(seesTheRecord(doctor)).isTrue();
        clock.advance(Duration.ofDays(15));
        assertThat(seesTheRecord(doctor)).isFalse();
    }

    @Test
    void thePatientKeepsReadingTheConversationAndIsToldThatNobodyWouldAnswer() {
        var requested = scheduling.requestedBy(patient, doctor);
        var thread = startThread
                .with(patient, requested.patient(), requested.clinician())
                .orElseThrow();
        sendMessage.send(patient, MessagingFixtures.draft(thread, "Should I bring my pills?"));
        assertThat(readThread.newest(patient, thread).open()).isTrue();

        declineAppointment.decline(doctor, requested.revision(), DeclineReason.ANOTHER_SPECIALTY_NEEDED);

        var page = readThread.newest(patient, thread);
        assertThat(page.messages()).hasSize(1);
        assertThat(page.open()).isFalse();
        assertThat(sendMessage.send(patient, MessagingFixtures.draft(thread, "Hello?")))
                .isEqualTo(new SendOutcome.CareOver());
        assertThat(startThread.with(patient, requested.patient(), requested.clinician()))
                .isEmpty();
        assertThatThrownBy(() -> readThread.newest(doctor, thread)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> sendMessage.send(doctor, MessagingFixtures.draft(thread, "No.")))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void theApplicationCannotForgetAnEpisode() {
        assertThat(database.queryForObject(
                        "SELECT has_table_privilege('visavis_app', 'care_relationship', 'DELETE')", Boolean.class))
                .isFalse();
    }

    private AppointmentSummary visited() {
        var confirmed = scheduling.confirmedFor(patient, doctor);
        clock.moveTo(confirmed.slot().end());
        fulfilAppointment.fulfil(Actors.system(), confirmed.id());
        return confirmed;
    }

    private Instant goodUntil() {
        return database.queryForObject(
                        "SELECT good_until FROM care_relationship WHERE patient_id = ?",
                        Timestamp.class,
                        Objects.requireNonNull(patient.patient()).value())
                .toInstant();
    }

    private boolean seesTheRecord(Actor staff) {
        return access.allows(staff, Action.READ_CHART.of(Objects.requireNonNull(patient.patient())));
    }

    private List<String> episodes() {
        return database.queryForList(
                "SELECT origin || ' ' || coalesce(end_reason, 'null') FROM care_relationship WHERE patient_id = ?"
                        + " ORDER BY id",
                String.class,
                Objects.requireNonNull(patient.patient()).value());
    }
}
