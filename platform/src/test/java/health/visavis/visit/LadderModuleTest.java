package health.visavis.visit;

import static health.visavis.Crowd.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvent;
import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.visit.JoinCall.FreshPass;
import health.visavis.visit.JoinCall.JoinOutcome;
import health.visavis.visit.ReportLineFailure.Failure;
import health.visavis.visit.ReportLineFailure.FailureOutcome;
import health.visavis.visit.ReportLineFailure.Kind;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class LadderModuleTest {

    @Autowired
    private VisitFixtures visits;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private SchedulingFixtures scheduling;

    @Autowired
    private RehearsalCallEngine engine;

    @Autowired
    private JoinCall joinCall;

    @Autowired
    private ReportLineFailure reportLineFailure;

    @Autowired
    private TryPictureAgain tryPictureAgain;

    @Autowired
    private BePresent bePresent;

    @Autowired
    private AdmitPatient admitPatient;

    @Autowired
    private ReturnToWaiting returnToWaiting;

    @Autowired
    private LeaveSeat leaveSeat;

    @Autowired
    private EndVisit endVisit;

    @Autowired
    private ReadVisit readVisit;

    @Autowired
    private LiveEvents live;

    @Autowired
    private MutableClock clock;

    private final JdbcClient database = JdbcClient.create(TestDatabase.asSuperuser());
    private Actor patient = Actors.patient();
    private Actor doctor = Actors.doctor();
    private VisitId visit = VisitId.next();

    @BeforeEach
    void aVisitHasStarted() {
        patient = people.patient();
        doctor = scheduling.doctorWithHours();
        visit = visits.begun(patient, doctor);
    }

    @AfterEach
    void everythingWorksAgain() {
        engine.recover();
        clock.reset();
    }

    @Test
    void bothComeToTheSameLineOfTheFirstEngine() {
        var ofDoctor = (CallCredential.Hosted) joined(doctor).credential();
        var ofPatient = (CallCredential.Hosted) joined(patient).credential();

        assertThat(ofPatient.room()).isEqualTo(ofDoctor.room());
        assertThat(ofPatient.identity()).isNotEqualTo(ofDoctor.identity());
        assertThat(engine.linesOpened(visit)).isOne();
        assertThat(readVisit.ladder(doctor, visit))
                .extracting(rung -> rung.engine().value(), RungSummary::reason)
                .containsExactly(tuple("rehearsal", "started"));
    }

    @Test
    void whoSitsDownAgainIsTheSameGuest() {
        var first = (CallCredential.Hosted) joined(patient).credential();
        var again = (CallCredential.Hosted) joined(patient).credential();

        assertThat(again.identity()).isEqualTo(first.identity());
    }

    @Test
    void anEngineThatOpensNothingIsSkippedAtOnce() {
        engine.openNothing();

        var ofDoctor = joined(doctor);
        var ofPatient = joined(patient);

        assertThat(ofDoctor.credential()).isInstanceOf(CallCredential.Direct.class);
        assertThat(ofDoctor.rung().number()).isEqualTo(2);
        assertThat(ofPatient.rung()).isEqualTo(ofDoctor.rung());
        assertThat(ofDoctor.rung().reason()).isEqualTo("not-opened");
        assertThat(kinds()).contains("rung");
    }

    @Test
    void anEngineThatPassesNobodyIsSkippedAtOnce() {
        engine.passNobody();

        assertThat(joined(doctor).credential()).isInstanceOf(CallCredential.Direct.class);
    }

    @Test
    void twoReportsOfOneFailureAreOneStep() throws Exception {
        var failures = List.of(doctor, patient).stream()
                .map(actor -> new Report(actor, joined(actor).seat().epoch()))
                .toList();
        present(doctor);
        present(patient);

        atOnce(failures.stream()
                .<Callable<FailureOutcome>>map(report -> () -> reportLineFailure.report(
                        report.actor(), visit, new Failure(report.epoch(), 1, Kind.MEDIA_LOST)))
                .toList());

        assertThat(readVisit.ladder(doctor, visit)).hasSize(2);
    }

    @Test
    void theLadderEndsAtTheTelephoneAndTheSeatsAreTheSame() {
        var first = joined(doctor);
        joined(patient);
        var engines = IntStream.rangeClosed(1, 3)
                .mapToObj(rung -> {
                    present(patient);
                    assertThat(fails(doctor, joined(doctor), Kind.MEDIA_LOST)).isEqualTo(new FailureOutcome.Moved());
                    return joined(doctor);
                })
                .toList();

        assertThat(engines)
                .extracting(joined -> joined.rung().engine().value())
                .containsExactly("direct", "audio", "telephone");
        assertThat(engines)
                .allSatisfy(joined ->
                        assertThat(joined.seat().id()).isEqualTo(first.seat().id()));
        assertThat(engines.get(1).credential())
                .isInstanceOfSatisfying(
                        CallCredential.Direct.class,
                        direct -> assertThat(direct.media()).isEqualTo(CallCredential.Media.SOUND));
        assertThat(fails(doctor, engines.getLast(), Kind.NOT_JOINED)).isEqualTo(new FailureOutcome.LastRung());
    }

    @Test
    void silenceIsNotTheLinesFaultWhileTheOtherIsAway() {
        var ofDoctor = joined(doctor);
        joined(patient);
        clock.advance(Duration.ofSeconds(30));

        assertThat(fails(doctor, ofDoctor, Kind.MEDIA_LOST)).isEqualTo(new FailureOutcome.OtherAway());
        assertThat(readVisit.ladder(doctor, visit)).hasSize(1);

        present(patient);
        assertThat(fails(doctor, ofDoctor, Kind.MEDIA_LOST)).isEqualTo(new FailureOutcome.Moved());
    }

    @Test
    void onlyAReportThatMovesTheCallIsOnTheTrail() {
        var ofDoctor = joined(doctor);
        joined(patient);
        clock.advance(Duration.ofSeconds(30));
        fails(doctor, ofDoctor, Kind.MEDIA_LOST);
        fails(doctor, ofDoctor, Kind.MEDIA_LOST);
        assertThat(reportsOnTheTrail()).isZero();

        fails(doctor, ofDoctor, Kind.NOT_JOINED);
        assertThat(reportsOnTheTrail()).isOne();
    }

    @Test
    void aBrowserThatCannotJoinNeedsNobodyElse() {
        assertThat(fails(doctor, joined(doctor), Kind.NOT_JOINED)).isEqualTo(new FailureOutcome.Moved());
    }

    @Test
    void onlyThePageThatHoldsTheSeatReports() {
        var old = joined(doctor);
        joined(doctor);

        assertThat(fails(doctor, old, Kind.NOT_JOINED)).isEqualTo(new FailureOutcome.NotSeated());
        assertThatThrownBy(() -> fails(people.doctor(), old, Kind.NOT_JOINED)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void theTopIsTriedAgainOnANewLine() {
        var before = (CallCredential.Hosted) joined(doctor).credential();
        fails(doctor, joined(doctor), Kind.NOT_JOINED);

        assertThat(tryPictureAgain.tryAgain(patient, visit)).isTrue();

        var after = joined(doctor);
        assertThat(after.rung().number()).isEqualTo(3);
        assertThat(after.rung().reason()).isEqualTo("tried-again");
        assertThat(((CallCredential.Hosted) after.credential()).room()).isNotEqualTo(before.room());
        assertThat(tryPictureAgain.tryAgain(doctor, visit)).isFalse();
    }

    @Test
    void aPatientWhoIsPutBackIsTakenOffTheLine() {
        var seat = joined(patient).seat();
        assertThat(engine.knows(seat.id())).isTrue();

        returnToWaiting.putBack(doctor, visit);

        await().untilAsserted(() -> assertThat(engine.knows(seat.id())).isFalse());
        assertThat(joinCall.join(patient, visit)).isEqualTo(new JoinOutcome.NotAdmitted());
        assertThat(joinCall.renew(patient, visit, seat.epoch())).isEqualTo(new FreshPass.NotSeated());
        admitPatient.admit(doctor, visit);
        assertThat(joined(patient).credential()).isInstanceOf(CallCredential.Hosted.class);
    }

    @Test
    void aPatientWhoHungUpBeforeBeingPutBackIsTakenOffTheLineToo() {
        var seat = joined(patient).seat();
        leaveSeat.leave(patient, visit, seat.epoch());

        returnToWaiting.putBack(doctor, visit);

        await().untilAsserted(() -> assertThat(engine.knows(seat.id())).isFalse());
    }

    @Test
    void aPatientWhoIsPutBackWhileTheEngineLetsThemInReceivesNothing() {
        engine.meanwhile(() -> returnToWaiting.putBack(doctor, visit));

        assertThat(joinCall.join(patient, visit)).isEqualTo(new JoinOutcome.NotAdmitted());

        var seat = database.sql("SELECT id FROM visit_seat WHERE visit_id = ?")
                .param(visit.value())
                .query(UUID.class)
                .single();
        assertThat(engine.knows(seat)).isFalse();
    }

    @Test
    void theEndTakesEverybodyOffAndClosesEveryLine() {
        var seats = List.of(joined(doctor).seat(), joined(patient).seat());

        endVisit.end(doctor, visit);

        await().untilAsserted(() ->
                assertThat(engine.closed()).anyMatch(line -> line.visit().equals(visit)));
        assertThat(seats).noneMatch(seat -> engine.knows(seat.id()));
    }

    @Test
    void aPassIsRenewedForThePageThatHoldsTheSeatOnly() {
        var old = joined(patient).seat();
        var seat = joined(patient).seat();

        assertThat(joinCall.renew(patient, visit, seat.epoch())).isInstanceOf(FreshPass.Issued.class);
        assertThat(joinCall.renew(patient, visit, old.epoch())).isEqualTo(new FreshPass.NotSeated());
        engine.passNobody();
        assertThat(joinCall.renew(patient, visit, seat.epoch())).isEqualTo(new FreshPass.NotNow());
        assertThatThrownBy(() -> joinCall.renew(people.patient(), visit, seat.epoch()))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void noTokenIsKept() {
        var token =
                ((CallCredential.Hosted) joined(patient).credential()).token().reveal();

        assertThat(database.sql("SELECT count(*) FROM visit_guest WHERE visit_guest::text LIKE '%' || ? || '%'")
                        .param(token)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private record Report(Actor actor, int epoch) {}

    private JoinOutcome.Joined joined(Actor actor) {
        return (JoinOutcome.Joined) joinCall.join(actor, visit);
    }

    private void present(Actor actor) {
        bePresent.here(actor, visit);
    }

    private FailureOutcome fails(Actor actor, JoinOutcome.Joined joined, Kind kind) {
        return reportLineFailure.report(
                actor, visit, new Failure(joined.seat().epoch(), joined.rung().number(), kind));
    }

    private int reportsOnTheTrail() {
        return database.sql("SELECT count(*) FROM audit_event WHERE action = 'report-line-failure' AND subject_id = ?")
                .param(visit.value())
                .query(Integer.class)
                .single();
    }

    private List<LiveEvent> events() {
        return live.since(Topic.visit(visit.value()), 0, 1000);
    }

    private List<String> kinds() {
        return events().stream().map(LiveEvent::kind).toList();
    }
}
