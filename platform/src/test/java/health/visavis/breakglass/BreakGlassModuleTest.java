package health.visavis.breakglass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Access;
import health.visavis.access.AccessDenied;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Proof;
import health.visavis.access.Role;
import health.visavis.audit.AuditQuery;
import health.visavis.breakglass.EmergencyReview.Verdict;
import health.visavis.breakglass.OpenInEmergency.Emergency;
import health.visavis.breakglass.OpenInEmergency.OpeningOutcome;
import health.visavis.breakglass.ReviewEmergency.ReviewOutcome;
import health.visavis.breakglass.SeekInEmergency.SeekOutcome;
import health.visavis.chart.ReadChart;
import health.visavis.consent.Consent.Statement;
import health.visavis.consent.ConsentKind;
import health.visavis.consent.ConsentPeriod;
import health.visavis.consent.GiveConsent;
import health.visavis.consent.GiveConsent.Agreement;
import health.visavis.consent.Recipients;
import health.visavis.insight.ReadOwnTrail;
import health.visavis.insight.ReportAccess;
import health.visavis.insight.Unusual;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.Sensitive;
import health.visavis.limits.Limit;
import health.visavis.messaging.MyThreads;
import health.visavis.messaging.ReadThread;
import health.visavis.messaging.StartThread;
import health.visavis.people.Administrators;
import health.visavis.people.BeginCareRelationship;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import health.visavis.people.PeopleFixtures;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// A record opened in an emergency, from the search to the verdict.
@PlatformTest
class BreakGlassModuleTest {

    private static final String WORDS = "Found unconscious in the waiting room";

    @Autowired
    private SeekInEmergency seek;

    @Autowired
    private OpenInEmergency open;

    @Autowired
    private EndEmergency end;

    @Autowired
    private ListOwnEmergencies listOwn;

    @Autowired
    private ReviewEmergency review;

    @Autowired
    private ReadChart readChart;

    @Autowired
    private GiveConsent giveConsent;

    @Autowired
    private ReadThread readThread;

    @Autowired
    private MyThreads myThreads;

    @Autowired
    private StartThread startThread;

    @Autowired
    private ReadOwnTrail readOwnTrail;

    @Autowired
    private ReportAccess reportAccess;

    @Autowired
    private Access access;

    @Autowired
    private BeginCareRelationship beginCare;

    @Autowired
    private People known;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcTemplate application;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    private Actor doctor;
    private Actor patient;

    @BeforeEach
    void aDoctorAndAPatientWhoHaveNothingToDoWithEachOther() {
        clock.reset();
        doctor = people.doctor();
        patient = people.patient();
    }

    @AfterEach
    void timeGoesOnAsUsual() {
        clock.reset();
    }

    @Test
    void onlyDoctorsAndNursesLookForPatientsInAnEmergency() {
        assertThat(found(doctor, sought())).extracting(PatientSummary::id).contains(patientId());
        assertThat(found(people.nurseOnTheTeamOf(), sought()))
                .extracting(PatientSummary::id)
                .contains(patientId());
        for (var other : List.of(people.admin(), people.patient())) {
            assertThatThrownBy(() -> seek.seek(other, sought())).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> open.open(other, emergency())).isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void whoKnowsOnlyHalfFindsNobody() {
        var wholeName = summary().displayName();
        assertThat(found(doctor, new Sought(Sensitive.of("Pat"), summary().bornOn())))
                .isEmpty();
        assertThat(found(
                        doctor,
                        new Sought(Sensitive.of(wholeName), summary().bornOn().minusDays(1))))
                .isEmpty();
        assertThat(found(
                        doctor,
                        new Sought(
                                Sensitive.of(wholeName.toUpperCase(java.util.Locale.ROOT)),
                                summary().bornOn())))
                .extracting(PatientSummary::id)
                .contains(patientId());
    }

    @Test
    void whoGuessesHasToWaitAndNobodyElseDoes() {
        var nobody = new Sought(Sensitive.of("Nobody " + patientId()), summary().bornOn());
        for (int guess = 0; guess < Limit.EMERGENCY_SEARCH.tries(); guess++) {
            assertThat(found(doctor, nobody)).isEmpty();
        }

        assertThat(seek.seek(doctor, sought()))
                .isInstanceOfSatisfying(
                        SeekOutcome.TooMany.class,
                        tooMany ->
                                assertThat(tooMany.waitFor()).isPositive().isLessThan(Limit.EMERGENCY_SEARCH.period()));
        assertThat(found(people.doctor(), sought()))
                .extracting(PatientSummary::id)
                .contains(patientId());

        clock.advance(Limit.EMERGENCY_SEARCH.period().dividedBy(Limit.EMERGENCY_SEARCH.tries()));
        assertThat(found(doctor, sought())).extracting(PatientSummary::id).contains(patientId());
    }

    @Test
    void whoHasNotShownLatelyWhoTheyAreNeitherSeeksNorOpens() {
        var proof = new Proof(clock.instant().minus(Duration.ofMinutes(11)));
        var stale = new Actor(doctor.person(), doctor.roles(), null, doctor.clinician(), doctor.origin(), proof);

        assertThatThrownBy(() -> seek.seek(stale, sought()))
                .isInstanceOfSatisfying(
                        AccessDenied.class,
                        denied -> assertThat(denied.wantsFreshProof()).isTrue());
        assertThatThrownBy(() -> open.open(stale, emergency()))
                .isInstanceOfSatisfying(
                        AccessDenied.class,
                        denied -> assertThat(denied.wantsFreshProof()).isTrue());
    }

    @Test
    @Requirement({"IAM-10", "AUD-01"})
    void theRecordIsOpenForAnHourAndEveryLookSaysWhy() {
        var thread = startThread
                .with(patient, patientId(), caringDoctor().clinician())
                .orElseThrow();
        assertThatThrownBy(() -> readChart.of(doctor, patientId())).isInstanceOf(AccessDenied.class);

        var opened = opened();

        assertThat(opened.until()).isEqualTo(opened.openedAt().plus(Duration.ofHours(1)));
        assertThat(readChart.of(doctor, patientId()).inEmergency()).isTrue();
        assertThat(myThreads.of(doctor, patientId())).hasSize(1);
        var page = readThread.newest(doctor, thread);
        assertThat(page.inEmergency()).isTrue();
        assertThat(page.open()).as("nobody writes in an emergency").isFalse();
        assertThat(reasonsOf("read-chart")).containsExactly("no-relationship", "break-glass");
        assertThat(reasonsOf("read-messages")).containsExactly("break-glass", "break-glass");

        clock.advance(Duration.ofMinutes(59));
        assertThat(readChart.of(doctor, patientId()).inEmergency()).isTrue();
        clock.advance(Duration.ofMinutes(2));
        assertThatThrownBy(() -> readChart.of(doctor, patientId())).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> readThread.newest(doctor, thread)).isInstanceOf(AccessDenied.class);
        assertThat(listOwn.open(doctor)).isEmpty();
    }

    /// Deny by default: what is not named here stays closed, whatever comes to be an action.
    @Test
    @Requirement("IAM-10")
    void nothingButReadingRecordMessagesAndFilesIsOpen() {
        var before = allowed();

        opened();

        var more = new HashSet<>(allowed());
        more.removeAll(before);
        assertThat(more).isEqualTo(EnumSet.of(Action.READ_CHART, Action.READ_MESSAGES, Action.READ_FILE));
    }

    @Test
    void itOpensOnePatientToOnePerson() {
        opened();

        assertThatThrownBy(() -> readChart.of(doctor, people.patient().patient()))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> readChart.of(people.doctor(), patientId())).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> readChart.of(people.nurseOnTheTeamOf(doctor.clinician()), patientId()))
                .as("not even to the team")
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void whoeverOpenedItClosesItAndNobodyElse() {
        var opened = opened();
        assertThat(listOwn.open(doctor))
                .extracting(ListOwnEmergencies.Named::access)
                .containsExactly(opened);
        assertThatThrownBy(() -> end.end(people.doctor(), opened.id()))
                .isInstanceOfSatisfying(
                        AccessDenied.class,
                        denied -> assertThat(denied.existencePrivate()).isTrue());

        assertThat(end.end(doctor, opened.id())).isTrue();

        assertThatThrownBy(() -> readChart.of(doctor, patientId())).isInstanceOf(AccessDenied.class);
        assertThat(end.end(doctor, opened.id())).isFalse();
    }

    @Test
    void openingTwiceAtOnceIsOneAccess() throws Exception {
        List<OpeningOutcome> outcomes;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            outcomes = threads
                    .invokeAll(IntStream.range(0, 6)
                            .<Callable<OpeningOutcome>>mapToObj(one -> () -> open.open(doctor, emergency()))
                            .toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
        }

        assertThat(outcomes).filteredOn(OpeningOutcome.Opened.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(OpeningOutcome.OpenAlready.class::isInstance)
                .hasSize(5);
        assertThat(database.queryForObject(
                        "SELECT count(*) FROM emergency_access WHERE staff_id = ?",
                        Long.class,
                        doctor.person().value()))
                .isEqualTo(1);
    }

    @Test
    void whatIsMissingOpensNothing() {
        assertThat(open.open(
                        doctor, new Emergency(patientId(), sought(), EmergencyReason.OTHER, Sensitive.of(" "), true)))
                .isInstanceOf(OpeningOutcome.WordsWrong.class);
        assertThat(open.open(
                        doctor,
                        new Emergency(
                                patientId(), sought(), EmergencyReason.OTHER, Sensitive.of("x".repeat(501)), true)))
                .isInstanceOf(OpeningOutcome.WordsWrong.class);
        assertThat(open.open(
                        doctor,
                        new Emergency(patientId(), sought(), EmergencyReason.OTHER, Sensitive.of(WORDS), false)))
                .isInstanceOf(OpeningOutcome.NotWarned.class);
        var guessed = new Sought(Sensitive.of("Nobody"), summary().bornOn());
        assertThat(open.open(
                        doctor, new Emergency(patientId(), guessed, EmergencyReason.OTHER, Sensitive.of(WORDS), true)))
                .as("an id alone")
                .isInstanceOf(OpeningOutcome.NotFound.class);
        assertThat(listOwn.open(doctor)).isEmpty();
        assertThat(alarms()).isZero();
    }

    @Test
    void whoTreatsThePatientWithTheirConsentNeedsNoEmergencyAndNobodyOpensTheirOwnRecord() {
        transaction.executeWithoutResult(status -> beginCare.recorded(patientId(), doctor.clinician()));
        giveConsent.give(
                patient,
                new Agreement(
                        new Statement(
                                ConsentKind.SUBSTANCE_USE_RECORDS, ConsentKind.SUBSTANCE_USE_RECORDS.wording(), "en"),
                        new Recipients.AllWhoTreat(),
                        ConsentPeriod.ONE_YEAR,
                        true));
        var both = new Actor(
                patient.person(), Set.of(Role.DOCTOR), null, doctor.clinician(), doctor.origin(), doctor.proof());

        assertThat(open.open(doctor, emergency())).isInstanceOf(OpeningOutcome.InCare.class);
        assertThat(open.open(both, emergency())).isInstanceOf(OpeningOutcome.OwnRecord.class);
    }

    @Test
    @Requirement("MON-03")
    void itIsAnAlarmAtOnce() {
        opened();

        assertThat(alarms()).isEqualTo(1);
    }

    @Test
    @Requirement({"AUD-05", "IAM-10"})
    void whatHasHappenedIsSealedAndNotOnTheTrail() {
        var opened = opened();

        var row = database.queryForMap("SELECT * FROM emergency_access WHERE id = ?", opened.id());
        assertThat(new String((byte[]) row.get("words"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("unconscious");
        assertThat(database.queryForList(
                                "SELECT event::text FROM audit_event event WHERE actor = ?",
                                String.class,
                                doctor.person().value())
                        .toString())
                .doesNotContain("unconscious")
                .contains("open-in-emergency", opened.id().toString());
    }

    @Test
    @Requirement("AUD-01")
    void anAdministratorSeesWhatWasOpenedAndJudgesItOnce() {
        var admin = people.admin();
        var opened = opened();
        readChart.of(doctor, patientId());
        readChart.of(doctor, patientId());

        var waiting = waiting(admin, opened);
        assertThat(waiting.words()).isNotNull();
        assertThat(waiting.words().reveal()).isEqualTo(WORDS);
        assertThat(waiting.acts()).containsOnlyKeys("read-chart").containsEntry("read-chart", 2L);
        assertThat(waiting.staffName()).isEqualTo("Doc Example");

        assertThat(review.judge(admin, opened.id(), Verdict.JUSTIFIED)).isInstanceOf(ReviewOutcome.Judged.class);
        assertThat(review.judge(people.admin(), opened.id(), Verdict.NOT_JUSTIFIED))
                .isInstanceOf(ReviewOutcome.JudgedBefore.class);

        assertThat(readChart.of(doctor, patientId()).inEmergency()).isTrue();
        assertThat(review.list(admin).judged())
                .filteredOn(judged -> judged.access().id().equals(opened.id()))
                .singleElement()
                .satisfies(judged -> {
                    assertThat(judged.review().verdict()).isEqualTo(Verdict.JUSTIFIED);
                    assertThat(judged.reviewerName()).isEqualTo("Ada Example");
                });
        assertThat(review.judge(admin, UUID.randomUUID(), Verdict.JUSTIFIED))
                .isInstanceOf(ReviewOutcome.NoSuchEmergency.class);
    }

    @Test
    @Requirement("AUD-06")
    void aLookInAnEmergencyIsInTheReportOfWhatIsUnusual() {
        opened();
        readChart.of(doctor, patientId());
        var now = clock.instant();
        var query = new AuditQuery(
                doctor.person(), patientId(), null, null, now.minusSeconds(60), now.plusSeconds(60), AuditQuery.MOST);

        assertThat(reportAccess.unusual(people.admin(), query).found())
                .singleElement()
                .satisfies(one -> assertThat(one.reasons()).contains(Unusual.EMERGENCY));
    }

    @Test
    void whatIsNotJustifiedIsOverAtOnce() {
        var opened = opened();

        review.judge(people.admin(), opened.id(), Verdict.NOT_JUSTIFIED);

        assertThatThrownBy(() -> readChart.of(doctor, patientId())).isInstanceOf(AccessDenied.class);
    }

    @Test
    void nobodyJudgesTheirOwnUnlessNobodyElseIsThere() {
        clock.advance(Administrators.LATELY.plusDays(800));
        doctor = new Actor(
                doctor.person(),
                Set.of(Role.DOCTOR, Role.ADMIN),
                null,
                doctor.clinician(),
                doctor.origin(),
                doctor.proof());
        var opened = opened();
        var other = people.admin();
        review.waitingCount(other);
        review.list(other);

        assertThat(review.list(doctor).onlyAdministrator()).isFalse();
        assertThat(review.judge(doctor, opened.id(), Verdict.JUSTIFIED)).isInstanceOf(ReviewOutcome.OwnEmergency.class);

        clock.advance(Administrators.LATELY.plusDays(1));
        assertThat(review.list(doctor).onlyAdministrator()).isTrue();
        assertThat(review.judge(doctor, opened.id(), Verdict.JUSTIFIED)).isInstanceOf(ReviewOutcome.Judged.class);
    }

    @Test
    void thePatientSeesWhoOpenedItAndWhy() {
        var opened = opened();

        var page = readOwnTrail.entries(patient, Long.MAX_VALUE, false);

        assertThat(page.emergencies()).singleElement().satisfies(one -> {
            assertThat(one.access()).isEqualTo(opened);
            assertThat(one.staffName()).isEqualTo("Doc Example");
        });
        assertThat(readOwnTrail.entries(patient, 1L, false).emergencies())
                .as("older pages")
                .isEmpty();
    }

    @Test
    void theApplicationCanTakeNothingBack() {
        for (var table : List.of("emergency_access", "emergency_access_end", "emergency_access_review")) {
            for (var forbidden : List.of("DELETE FROM " + table, "TRUNCATE " + table)) {
                assertThatThrownBy(() -> application.execute(forbidden))
                        .isInstanceOf(DataAccessException.class)
                        .hasStackTraceContaining("permission denied");
            }
        }
        assertThatThrownBy(() -> application.execute("UPDATE emergency_access SET until = now() + interval '1 year'"))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    private EmergencyAccess opened() {
        return ((OpeningOutcome.Opened) open.open(doctor, emergency())).access();
    }

    private Emergency emergency() {
        return new Emergency(patientId(), sought(), EmergencyReason.CANNOT_SPEAK, Sensitive.of(WORDS), true);
    }

    private List<PatientSummary> found(Actor actor, Sought sought) {
        return switch (seek.seek(actor, sought)) {
            case SeekOutcome.Found found -> found.patients();
            case SeekOutcome.TooMany tooMany -> throw new AssertionError(tooMany);
        };
    }

    private Sought sought() {
        return new Sought(Sensitive.of(summary().displayName()), summary().bornOn());
    }

    private PatientSummary summary() {
        return known.patient(patientId()).orElseThrow();
    }

    private PatientId patientId() {
        return java.util.Objects.requireNonNull(patient.patient());
    }

    private Actor caringDoctor() {
        var caring = people.doctor();
        transaction.executeWithoutResult(status -> beginCare.recorded(patientId(), caring.clinician()));
        return caring;
    }

    private Set<Action> allowed() {
        var allowed = EnumSet.noneOf(Action.class);
        Arrays.stream(Action.values())
                .filter(action -> access.allows(doctor, action.of(patientId())))
                .forEach(allowed::add);
        return allowed;
    }

    private ReviewEmergency.Waiting waiting(Actor admin, EmergencyAccess opened) {
        return review.list(admin).waiting().stream()
                .filter(one -> one.access().id().equals(opened.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> reasonsOf(String action) {
        return database.queryForList(
                "SELECT reason FROM audit_event WHERE actor = ? AND action = ? ORDER BY at, id",
                String.class,
                doctor.person().value(),
                action);
    }

    private long alarms() {
        return database.queryForObject(
                "SELECT count(*) FROM alarm WHERE kind = 'break-glass' AND subject = ?",
                Long.class,
                doctor.person().toString());
    }
}
