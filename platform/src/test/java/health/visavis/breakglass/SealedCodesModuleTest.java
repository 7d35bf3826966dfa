package health.visavis.breakglass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.AccessDenied;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.access.Origin;
import health.visavis.access.Reach;
import health.visavis.access.Role;
import health.visavis.breakglass.EmergencyReview.Verdict;
import health.visavis.breakglass.EnterByCode.EnterOutcome;
import health.visavis.breakglass.EnterByCode.Typed;
import health.visavis.breakglass.MakeSealedCodes.MakeOutcome;
import health.visavis.breakglass.MakeSealedCodes.Printed;
import health.visavis.breakglass.OpenInEmergency.Emergency;
import health.visavis.breakglass.OpenInEmergency.OpeningOutcome;
import health.visavis.breakglass.ReviewSealedCode.ReviewOutcome;
import health.visavis.breakglass.SeekInEmergency.SeekOutcome;
import health.visavis.chart.ReadChart;
import health.visavis.custody.AskForKeyAct;
import health.visavis.custody.AskForKeyAct.AskOutcome;
import health.visavis.custody.DecideKeyAct;
import health.visavis.custody.domain.KeyAct;
import health.visavis.custody.domain.KeyRequest.Answer;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.Sensitive;
import health.visavis.limits.Limit;
import health.visavis.limits.SharedLimits;
import health.visavis.people.BeginCareRelationship;
import health.visavis.people.People;
import health.visavis.people.PeopleFixtures;
import health.visavis.people.domain.Tie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// Sealed codes, from asking for them to the verdict on one that was used.
@PlatformTest
class SealedCodesModuleTest {

    private static final Origin BEGUN = new Origin("192.0.2.7", "begun-session", "test");

    @Autowired
    private SealedCodeFixtures fixtures;

    @Autowired
    private MakeSealedCodes make;

    @Autowired
    private ReadSealedCodes read;

    @Autowired
    private WithdrawSealedCodes withdraw;

    @Autowired
    private ReviewSealedCode review;

    @Autowired
    private ReviewEmergency reviewEmergency;

    @Autowired
    private EnterByCode enterByCode;

    @Autowired
    private AskForKeyAct askForKeyAct;

    @Autowired
    private DecideKeyAct decideKeyAct;

    @Autowired
    private SeekInEmergency seek;

    @Autowired
    private OpenInEmergency open;

    @Autowired
    private ReadChart readChart;

    @Autowired
    private BeginCareRelationship beginCare;

    @Autowired
    private People known;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SharedLimits limits;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcTemplate application;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private Actor doctor;
    private Origin from;

    @BeforeEach
    void aDoctorWhoSignsInAndAnAddressOfItsOwn() {
        clock.reset();
        doctor = fixtures.signsIn(people.doctor());
        from = new Origin("2001:db8::" + Integer.toHexString(doctor.hashCode() & 0xffff) + ":1", "-", "test");
    }

    @AfterEach
    void timeGoesOnAsUsual() {
        clock.reset();
    }

    @Test
    void twoAdministratorsAgreeAndOneDoesNot() {
        var one = people.admin();
        var request = fixtures.askedFor(doctor, one);

        assertThat(make.make(Actors.system(), request)).isInstanceOf(MakeOutcome.NotAgreed.class);
        assertThat(decideKeyAct.agree(one, request)).isInstanceOf(Answer.SamePerson.class);
        assertThat(make.make(Actors.system(), request)).isInstanceOf(MakeOutcome.NotAgreed.class);
        assertThat(make.make(Actors.system(), UUID.randomUUID())).isInstanceOf(MakeOutcome.NotAgreed.class);

        assertThat(decideKeyAct.agree(people.admin(), request)).isInstanceOf(Answer.Agreed.class);
        assertThat(make.make(Actors.system(), request)).isInstanceOfSatisfying(MakeOutcome.Made.class, made -> {
            assertThat(made.of()).isEqualTo(doctor.person());
            assertThat(made.codes()).hasSize(10);
        });
    }

    @Test
    void whatWasAgreedIsPrintedOnceAndWithinTheDay() {
        var request = fixtures.agreedFor(doctor);
        assertThat(make.make(Actors.system(), request)).isInstanceOf(MakeOutcome.Made.class);
        assertThat(make.make(Actors.system(), request)).isInstanceOf(MakeOutcome.NotAgreed.class);

        var late = fixtures.agreedFor(doctor);
        clock.advance(AskForKeyAct.OPEN_FOR);

        assertThat(make.make(Actors.system(), late)).isInstanceOf(MakeOutcome.NotAgreed.class);
        assertThat(read.read(people.admin()).agreed())
                .noneMatch(agreed -> agreed.request().equals(late));
    }

    @Test
    void codesAreForDoctorsAndNursesWhoCanSignInAndForNobodyElse() {
        var admin = people.admin();
        var nurse = fixtures.signsIn(people.nurseOnTheTeamOf());
        assertThat(fixtures.printedFor(nurse)).hasSize(10);

        var left = fixtures.signsIn(people.doctor());
        people.deactivate(left);
        for (var other :
                List.of(people.doctor(), fixtures.signsIn(people.admin()), fixtures.signsIn(people.patient()), left)) {
            assertThat(askForKeyAct.ask(admin, new KeyAct.MakeCodes(other.person()), "for the ward"))
                    .as(other.roles().toString())
                    .isInstanceOf(AskOutcome.NoSuchClinician.class);
        }
    }

    @Test
    void nobodyMakesCodesButTheMachine() {
        var request = fixtures.agreedFor(doctor);

        for (var person : List.of(people.admin(), doctor, Actors.emergency(doctor.person()))) {
            assertThatThrownBy(() -> make.make(person, request)).isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void theDatabaseHasNothingThatACodeCouldBeMadeFrom() {
        var printed = fixtures.printedFor(doctor);

        var rows = database.queryForList(
                "SELECT row_to_json(emergency_code)::text FROM emergency_code WHERE person_id = ?",
                String.class,
                doctor.person().value());

        assertThat(rows).hasSize(10);
        for (var code : printed) {
            var plain = code.code().reveal();
            assertThat(rows).noneMatch(row -> row.contains(plain) || row.contains(plain.replace("-", "")));
            assertThat(code.toString()).doesNotContain(plain);
        }
        assertThat(printed).extracting(Printed::number).doesNotHaveDuplicates();
        assertThat(database.queryForObject(
                        "SELECT count(DISTINCT salt) FROM emergency_code WHERE person_id = ? AND iterations = 10000",
                        Integer.class,
                        doctor.person().value()))
                .isEqualTo(10);
    }

    @Test
    void aCodeLetsItsOwnerInOnceForAnHour() {
        var code = fixtures.printedFor(doctor).getFirst();

        var entered = enter(SealedCodeFixtures.typed(code));

        assertThat(entered).isInstanceOfSatisfying(EnterOutcome.Entered.class, in -> {
            assertThat(in.person()).isEqualTo(doctor.person());
            assertThat(in.until())
                    .isBetween(
                            clock.instant().plus(Duration.ofMinutes(59)),
                            clock.instant().plus(Duration.ofHours(1)));
        });
        assertThat(enter(SealedCodeFixtures.typed(code))).isInstanceOf(EnterOutcome.NotValid.class);
        assertThat(door(doctor))
                .containsExactly("GRANTED sealed-code EMERGENCY", "REFUSED sealed-code-not-valid EMERGENCY");
        assertThat(alarms(doctor)).containsExactly("sealed-code");
        assertThat(database.queryForObject(
                        "SELECT session FROM audit_event WHERE actor = ? AND reason = 'sealed-code'",
                        String.class,
                        doctor.person().value()))
                .isEqualTo(BEGUN.session());
    }

    /// Every code is tried by two at the same moment.
    @Test
    void ofTwoWhoTryTheSameCodeAtOnceExactlyOneGetsIn() throws Exception {
        for (var code : fixtures.printedFor(doctor).subList(0, 5)) {
            var together = new CyclicBarrier(2);
            List<EnterOutcome> outcomes = new ArrayList<>();
            try (var threads = Executors.newFixedThreadPool(2)) {
                var tries = threads.invokeAll(IntStream.range(0, 2)
                        .<Callable<EnterOutcome>>mapToObj(one -> () -> {
                            together.await();
                            return enter(SealedCodeFixtures.typed(code));
                        })
                        .toList());
                for (var attempt : tries) {
                    outcomes.add(attempt.get());
                }
            }

            assertThat(outcomes)
                    .filteredOn(EnterOutcome.Entered.class::isInstance)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(EnterOutcome.NotValid.class::isInstance)
                    .hasSize(1);
        }
        assertThat(door(doctor))
                .filteredOn("GRANTED sealed-code EMERGENCY"::equals)
                .hasSize(5);
    }

    @Test
    void newCodesWithdrawTheOldAndAnAdministratorTheLot() {
        var before = fixtures.printedFor(doctor);
        var after = fixtures.printedFor(doctor);

        assertThat(enter(SealedCodeFixtures.typed(before.getFirst()))).isInstanceOf(EnterOutcome.NotValid.class);
        assertThat(enter(SealedCodeFixtures.typed(after.getFirst()))).isInstanceOf(EnterOutcome.Entered.class);
        assertThat(left(doctor)).isEqualTo(9);

        assertThat(withdraw.withdraw(people.admin(), doctor.person())).isTrue();
        assertThat(withdraw.withdraw(people.admin(), doctor.person())).isFalse();
        assertThat(left(doctor)).isZero();
        assertThat(enter(SealedCodeFixtures.typed(after.get(1)))).isInstanceOf(EnterOutcome.NotValid.class);
        assertThatThrownBy(() -> withdraw.withdraw(doctor, doctor.person())).isInstanceOf(AccessDenied.class);
    }

    @Test
    void whoHasLeftGetsInByNoCode() {
        var code = fixtures.printedFor(doctor).getFirst();
        people.deactivate(doctor);

        assertThat(enter(SealedCodeFixtures.typed(code))).isInstanceOf(EnterOutcome.NotValid.class);

        assertThat(door(doctor)).containsExactly("REFUSED sealed-code-not-valid EMERGENCY");
        assertThat(database.queryForObject(
                        "SELECT count(*) FROM emergency_code WHERE person_id = ? AND used_at IS NOT NULL",
                        Integer.class,
                        doctor.person().value()))
                .isZero();
    }

    /// Wrong number, wrong code, another's number: the same answer, and no row about anybody whose number was named.
    @Test
    void whatIsWrongIsAnsweredInOneWayAndTellsNothing() {
        var code = fixtures.printedFor(doctor).getFirst();
        var other = fixtures.printedFor(fixtures.signsIn(people.doctor())).getFirst();

        for (var typed : List.of(
                new Typed("999999999999999999", code.code()),
                new Typed("", code.code()),
                new Typed("1 OR true", code.code()),
                new Typed(Long.toString(code.number()), Sensitive.of("")),
                new Typed(Long.toString(code.number()), Sensitive.of("0".repeat(100_000))),
                new Typed(Long.toString(code.number()), other.code()))) {
            assertThat(enter(typed)).isEqualTo(new EnterOutcome.NotValid());
        }

        assertThat(door(doctor)).isEmpty();
        assertThat(database.queryForList(
                        "SELECT reason FROM audit_event WHERE address = ? AND action = 'sign-in' AND outcome = 'REFUSED'",
                        String.class,
                        from.address()))
                .hasSize(6)
                .containsOnly("wrong-secret");
        assertThat(enter(new Typed(" " + code.number() + " ", code.code()))).isInstanceOf(EnterOutcome.Entered.class);
    }

    @Test
    void whoTriesManyHasToWaitAtThisAddressAndNobodyElseHasTo() {
        var code = fixtures.printedFor(doctor).getFirst();
        assertThat(enter(new Typed("1", Sensitive.of("wrong")))).isInstanceOf(EnterOutcome.NotValid.class);
        var left = Stream.generate(() -> limits.take(Limit.SEALED_CODES, from.address()))
                .takeWhile(Optional::isEmpty)
                .count();
        assertThat(left).as("one is counted").isEqualTo(Limit.SEALED_CODES.tries() - 1);

        assertThat(enter(SealedCodeFixtures.typed(code)))
                .isInstanceOfSatisfying(
                        EnterOutcome.TooMany.class,
                        tooMany -> assertThat(tooMany.waitFor()).isPositive().isLessThan(Limit.SEALED_CODES.period()));
        from = new Origin("2001:db8:ffff::" + Integer.toHexString(doctor.hashCode() & 0xffff), "-", "test");
        assertThat(enter(SealedCodeFixtures.typed(code))).isInstanceOf(EnterOutcome.Entered.class);
    }

    /// Also whom they treat: with a paper in hand everybody is opened before everybody's eyes.
    @Test
    @Requirement("IAM-10")
    void whoCameByACodeSeeksOpensAndReadsAndNothingElse() {
        var came = Actors.emergency(doctor.person());
        var patient = Objects.requireNonNull(people.patient().patient());
        transaction.executeWithoutResult(
                status -> beginCare.begin(patient, Objects.requireNonNull(doctor.clinician()), new Tie.Assignment()));
        assertThat(readChart.of(doctor, patient).inEmergency()).isFalse();
        assertThatThrownBy(() -> readChart.of(came, patient)).isInstanceOf(AccessDenied.class);

        assertThat(seek.seek(came, sought(patient))).isInstanceOf(SeekOutcome.Found.class);
        assertThat(open.open(came, emergency(patient))).isInstanceOf(OpeningOutcome.Opened.class);

        assertThat(readChart.of(came, patient).inEmergency()).isTrue();
        assertThat(alarms(doctor)).containsExactly("break-glass");
        clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> readChart.of(came, patient)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void nobodyOpensTheirOwnRecordByACodeEither() {
        var patient = fixtures.signsIn(people.patient());
        var came = Actors.emergency(patient.person());

        assertThat(open.open(came, emergency(Objects.requireNonNull(patient.patient()))))
                .isInstanceOf(OpeningOutcome.OwnRecord.class);
    }

    @Test
    void eachUseWaitsUntilAnotherAdministratorHasJudgedIt() {
        var admin = people.admin();
        var printed = fixtures.printedFor(doctor);
        var waitingBefore = reviewEmergency.waitingCount(admin);
        enter(SealedCodeFixtures.typed(printed.getFirst()));
        var patient = Objects.requireNonNull(people.patient().patient());
        seek.seek(Actors.emergency(doctor.person()), sought(patient));
        assertThat(reviewEmergency.waitingCount(admin)).isEqualTo(waitingBefore + 1);

        var waiting = waiting(admin, printed.getFirst());
        assertThat(waiting.acts()).isEqualTo(Map.of("seek-in-emergency", 1L, "sign-in", 1L));
        assertThat(waiting.own()).isFalse();
        var id = waiting.code().id();
        var both = new Actor(doctor.person(), admin.roles(), null, null, doctor.origin(), doctor.proof());
        assertThat(review.judge(both, id, Verdict.JUSTIFIED)).isInstanceOf(ReviewOutcome.OwnCode.class);
        assertThatThrownBy(() -> review.judge(doctor, id, Verdict.JUSTIFIED)).isInstanceOf(AccessDenied.class);
        assertThat(review.judge(admin, UUID.randomUUID(), Verdict.JUSTIFIED))
                .isInstanceOf(ReviewOutcome.NoSuchCode.class);

        assertThat(review.judge(admin, id, Verdict.JUSTIFIED)).isEqualTo(new ReviewOutcome.Judged(doctor.person()));
        assertThat(review.judge(people.admin(), id, Verdict.NOT_JUSTIFIED))
                .isInstanceOf(ReviewOutcome.JudgedBefore.class);
        assertThat(left(doctor)).as("what is left after a justified use").isEqualTo(9);
        assertThat(review.list(admin).judged().getFirst()).satisfies(judged -> {
            assertThat(judged.code().id()).isEqualTo(id);
            assertThat(judged.review().by()).isEqualTo(admin.person());
        });
    }

    @Test
    void whatWasNotJustifiedWithdrawsWhatIsLeftOfThePaper() {
        var printed = fixtures.printedFor(doctor);
        enter(SealedCodeFixtures.typed(printed.getFirst()));

        review.judge(
                people.admin(),
                waiting(people.admin(), printed.getFirst()).code().id(),
                Verdict.NOT_JUSTIFIED);

        assertThat(left(doctor)).isZero();
    }

    @Test
    void theApplicationsRoleMarksACodeAndCannotChangeOrDeleteIt() {
        fixtures.printedFor(doctor);

        for (var statement : List.of(
                "UPDATE emergency_code SET hash = hash",
                "UPDATE emergency_code SET person_id = person_id",
                "DELETE FROM emergency_code",
                "UPDATE emergency_code_review SET verdict = 'JUSTIFIED'",
                "DELETE FROM emergency_code_review")) {
            assertThatThrownBy(() -> application.update(statement))
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    /// No role that is only doctor's or nurse's goes with it: whatever an action comes to be, it is closed to a code.
    @Test
    @Requirement("IAM-10")
    void theRoleReachesWhatIsListedHere() {
        var reached = new HashSet<String>();
        for (var action : Action.values()) {
            if (action.reachOf(Role.EMERGENCY) != Reach.NOBODY) {
                reached.add(action.code());
            }
        }

        assertThat(reached)
                .isEqualTo(Set.of(
                        "seek-in-emergency",
                        "open-in-emergency",
                        "list-own-emergencies",
                        "end-emergency",
                        "read-chart",
                        "read-messages",
                        "read-file"));
    }

    private EnterOutcome enter(Typed typed) {
        Supplier<Origin> begun = () -> BEGUN;
        return enterByCode.enter(typed, from, begun);
    }

    private ReviewSealedCode.Waiting waiting(Actor admin, Printed code) {
        return review.list(admin).waiting().stream()
                .filter(one -> one.code().number() == code.number())
                .findFirst()
                .orElseThrow();
    }

    private long left(Actor person) {
        return read.read(people.admin()).left().stream()
                .filter(one -> one.of().equals(person.person()))
                .mapToLong(CodesLeft::left)
                .sum();
    }

    private List<String> door(Actor person) {
        return database.queryForList(
                "SELECT outcome || ' ' || reason || ' ' || actor_roles FROM audit_event WHERE actor = ? AND action = 'sign-in' ORDER BY at, id",
                String.class,
                person.person().value());
    }

    private List<String> alarms(Actor person) {
        return database.queryForList(
                "SELECT kind FROM alarm WHERE subject = ?",
                String.class,
                person.person().toString());
    }

    private Sought sought(PatientId patient) {
        var found = known.patient(patient).orElseThrow();
        return new Sought(Sensitive.of(found.displayName()), found.bornOn());
    }

    private Emergency emergency(PatientId patient) {
        return new Emergency(
                patient,
                sought(patient),
                EmergencyReason.ACUTE_DANGER,
                Sensitive.of("Collapsed at the front desk"),
                true);
    }
}
