package health.visavis.consent;

import static health.visavis.consent.ConsentFixtures.SHOWN;
import static health.visavis.consent.ConsentFixtures.idOf;
import static health.visavis.consent.ConsentFixtures.nameOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.access.Sensitivity;
import health.visavis.breakglass.EmergencyReason;
import health.visavis.breakglass.OpenInEmergency;
import health.visavis.breakglass.OpenInEmergency.Emergency;
import health.visavis.breakglass.OpenInEmergency.OpeningOutcome;
import health.visavis.breakglass.ReviewEmergency;
import health.visavis.breakglass.Sought;
import health.visavis.chart.ChartEntry;
import health.visavis.chart.ReadChart;
import health.visavis.consent.Consent.Standing;
import health.visavis.consent.Consent.Statement;
import health.visavis.consent.GiveConsent.Agreement;
import health.visavis.consent.GiveConsent.GivingOutcome;
import health.visavis.consent.ReadOwnConsents.Effect;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.Sensitive;
import health.visavis.people.BeginCareRelationship;
import health.visavis.people.People;
import health.visavis.people.PeopleFixtures;
import health.visavis.people.domain.Tie;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// Who sees records of treatment for substance use: by the patient's consent, in an emergency, and not.
@PlatformTest
class ConsentModuleTest {

    @Autowired
    private GiveConsent giveConsent;

    @Autowired
    private WithdrawConsent withdrawConsent;

    @Autowired
    private ReadOwnConsents readOwn;

    @Autowired
    private ReadChart readChart;

    @Autowired
    private OpenInEmergency openInEmergency;

    @Autowired
    private ReviewEmergency reviewEmergency;

    @Autowired
    private BeginCareRelationship beginCare;

    @Autowired
    private ConsentFixtures fixtures;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private People known;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcTemplate application;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    private Actor patient;
    private Actor doctor;
    private Actor nurse;

    @BeforeEach
    void aPatientWithEntriesOfEachSensitivityAndThoseWhoTreatThem() {
        clock.reset();
        patient = people.patient();
        doctor = people.doctor();
        nurse = people.nurseOnTheTeamOf(doctor.clinician());
        treats(doctor);
        fixtures.chartOf(idOf(patient));
    }

    @AfterEach
    void timeGoesOnAsUsual() {
        clock.reset();
    }

    @Test
    @Requirement({"IAM-10", "AUD-01"})
    void withoutConsentWhoTreatsSeesNeitherEntriesNorThatThereAreAny() {
        for (var staff : List.of(doctor, nurse)) {
            assertThat(seenBy(staff))
                    .containsExactlyInAnyOrder(
                            Sensitivity.ORDINARY, Sensitivity.RESTRICTED, Sensitivity.MINOR_CONFIDENTIAL);
            assertThat(reasonsOf(staff)).containsOnly("consent-withheld");
        }
        var unlabelled = people.patient();
        transaction.executeWithoutResult(
                status -> beginCare.begin(idOf(unlabelled), doctor.clinician(), new Tie.Assignment()));
        readChart.of(doctor, idOf(unlabelled));
        assertThat(reasonsOf(doctor))
                .as("the same words about a patient of whom nothing is withheld")
                .containsOnly("consent-withheld");
    }

    @Test
    @Requirement({"IAM-10", "AUD-01"})
    void withConsentWhoTreatsSeesThemAndNobodyElseDoes() {
        fixtures.agrees(patient);
        var stranger = people.doctor();

        for (var staff : List.of(doctor, nurse)) {
            assertThat(seenBy(staff))
                    .contains(Sensitivity.PART2)
                    .as("counseling notes want a consent of their own")
                    .doesNotContain(Sensitivity.KEPT_APART);
            assertThat(reasonsOf(staff)).containsOnly("consent");
        }
        assertThatThrownBy(() -> readChart.of(stranger, idOf(patient))).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> readChart.of(people.admin(), idOf(patient))).isInstanceOf(AccessDenied.class);
    }

    @Test
    void thePatientSeesEverythingAlways() {
        assertThat(seenBy(patient)).containsExactlyInAnyOrder(Sensitivity.values());
        assertThat(documentsOf(patient)).hasSize(Sensitivity.values().length);
        for (var sensitivity : Sensitivity.values()) {
            assertThat(readChart.ownDocument(patient, document(sensitivity)).text())
                    .isEqualTo("Text " + sensitivity);
        }
    }

    @Test
    @Requirement("IAM-10")
    void aDocumentThatWantsConsentIsAnsweredLikeOneThatThereIsNot() {
        for (var hidden : List.of(document(Sensitivity.PART2), document(Sensitivity.KEPT_APART), UUID.randomUUID())) {
            assertThatThrownBy(() -> readChart.document(doctor, idOf(patient), hidden))
                    .isInstanceOfSatisfying(
                            AccessDenied.class,
                            denied -> assertThat(denied.existencePrivate()).isTrue())
                    .hasMessage("refused: read-chart");
        }
        fixtures.agrees(patient);
        var opened = readChart.document(doctor, idOf(patient), document(Sensitivity.PART2));

        assertThat(opened.text()).isEqualTo("Text PART2");
        assertThat(opened.sensitivity()).isEqualTo(Sensitivity.PART2);
        assertThatThrownBy(() -> readChart.document(doctor, idOf(patient), document(Sensitivity.KEPT_APART)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void takenBackItNoLongerCountsFromTheNextLookOn() {
        var consent = fixtures.agrees(patient);
        assertThat(seenBy(doctor)).contains(Sensitivity.PART2);

        assertThat(withdrawConsent.withdraw(patient, consent.id())).isTrue();

        assertThat(seenBy(doctor)).doesNotContain(Sensitivity.PART2);
        assertThat(withdrawConsent.withdraw(patient, consent.id())).as("once").isFalse();
        assertThat(reasonsOf(doctor)).as("what was read stays on the trail").contains("consent", "consent-withheld");
    }

    @Test
    void afterItsTimeItNoLongerCounts() {
        fixtures.agrees(patient);

        clock.advance(Duration.ofDays(366));

        treats(doctor);
        assertThat(seenBy(doctor)).doesNotContain(Sensitivity.PART2);
        assertThat(readOwn.own(patient).consents())
                .singleElement()
                .satisfies(one -> assertThat(one.standing()).isEqualTo(Standing.EXPIRED));
    }

    @Test
    void forOneClinicianItIsForThemAndTheirTeamAlone() {
        var other = people.doctor();
        treats(other);
        fixtures.agrees(patient, new Recipients.OneClinician(doctor.clinician()));

        assertThat(seenBy(doctor)).contains(Sensitivity.PART2);
        assertThat(seenBy(nurse)).contains(Sensitivity.PART2);
        assertThat(seenBy(other)).doesNotContain(Sensitivity.PART2);
    }

    @Test
    void whatIsAgreedToIsWhatWasShown() {
        var otherWords = new Statement(SHOWN.kind(), SHOWN.wording() + 1, "en");
        var year = ConsentPeriod.ONE_YEAR;
        var all = new Recipients.AllWhoTreat();
        var nobodys = new Recipients.OneClinician(people.doctor().clinician());

        assertThat(giveConsent.give(patient, new Agreement(otherWords, all, year, true)))
                .isInstanceOf(GivingOutcome.OtherWording.class);
        assertThat(giveConsent.give(patient, new Agreement(SHOWN, all, year, false)))
                .isInstanceOf(GivingOutcome.NotAgreed.class);
        assertThat(giveConsent.give(patient, new Agreement(SHOWN, nobodys, year, true)))
                .isInstanceOf(GivingOutcome.NotTreating.class);
        assertThat(readOwn.own(patient).consents()).isEmpty();

        var spanish = new Statement(SHOWN.kind(), SHOWN.wording(), "es");
        giveConsent.give(patient, new Agreement(spanish, all, ConsentPeriod.UNTIL_WITHDRAWN, true));

        assertThat(readOwn.own(patient).consents()).singleElement().satisfies(one -> {
            assertThat(one.consent().statement()).isEqualTo(spanish);
            assertThat(one.consent().givenBy()).isEqualTo(patient.person());
            assertThat(one.consent().expiresAt()).isNull();
        });
    }

    @Test
    void theSameIsGivenOnceHoweverManyAskAtTheSameTime() throws Exception {
        var agreement = new Agreement(SHOWN, new Recipients.AllWhoTreat(), ConsentPeriod.ONE_YEAR, true);
        Callable<GivingOutcome> giving = () -> giveConsent.give(patient, agreement);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var outcome : threads.invokeAll(List.of(giving, giving, giving, giving))) {
                assertThat(outcome.get())
                        .isInstanceOfAny(GivingOutcome.Given.class, GivingOutcome.InForceAlready.class);
            }
        }

        assertThat(readOwn.own(patient).consents()).hasSize(1);
    }

    @Test
    void anotherCanBeGivenAfterOneWasTakenBack() {
        withdrawConsent.withdraw(patient, fixtures.agrees(patient).id());

        fixtures.agrees(patient);

        assertThat(seenBy(doctor)).contains(Sensitivity.PART2);
        assertThat(readOwn.own(patient).consents())
                .extracting(ReadOwnConsents.Named::standing)
                .containsExactly(Standing.IN_FORCE, Standing.WITHDRAWN);
    }

    @Test
    @Requirement("IAM-10")
    void nobodyReadsOrTakesBackWhatAnotherHasAgreedTo() {
        var consent = fixtures.agrees(patient);
        for (var other : List.of(people.patient(), doctor, people.admin())) {
            assertThatThrownBy(() -> withdrawConsent.withdraw(other, consent.id()))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> readOwn.withdrawal(other, consent.id())).isInstanceOf(AccessDenied.class);
        }
        assertThatThrownBy(() -> readOwn.own(doctor)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> withdrawConsent.withdraw(patient, UUID.randomUUID()))
                .isInstanceOf(AccessDenied.class);
        assertThat(seenBy(doctor)).contains(Sensitivity.PART2);
    }

    @Test
    void rowsAreAddedAndNeverChanged() {
        var consent = fixtures.agrees(patient);
        withdrawConsent.withdraw(patient, consent.id());

        for (var statement : List.of(
                "UPDATE consent SET expires_at = NULL",
                "DELETE FROM consent_withdrawal",
                "UPDATE consent_withdrawal SET withdrawn_at = now()")) {
            assertThatThrownBy(() -> application.update(statement))
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void beforeItIsTakenBackThePatientSeesForWhomWhatChanges() {
        var other = people.doctor();
        var withEmergency = people.doctor();
        treats(other);
        treats(withEmergency);
        open(withEmergency);
        var forAll = fixtures.agrees(patient);
        fixtures.agrees(patient, new Recipients.OneClinician(other.clinician()));

        var foreseen = readOwn.withdrawal(patient, forAll.id()).orElseThrow();

        assertThat(foreseen.entries()).isEqualTo(2);
        assertThat(foreseen.effects())
                .filteredOn(Effect::loses)
                .extracting(effect -> effect.clinician().id())
                .containsExactly(doctor.clinician());
        assertThat(foreseen.effects())
                .filteredOn(Effect::keeps)
                .extracting(effect -> effect.clinician().id())
                .containsExactlyInAnyOrder(other.clinician(), withEmergency.clinician());
        assertThat(seenBy(doctor)).as("nothing was changed by looking").contains(Sensitivity.PART2);
        assertThat(actsOf(patient)).contains("foresee-withdrawal").doesNotContain("withdraw-consent");
        withdrawConsent.withdraw(patient, forAll.id());
        assertThat(seenBy(doctor)).doesNotContain(Sensitivity.PART2);
        assertThat(seenBy(other)).contains(Sensitivity.PART2);
        assertThat(readOwn.withdrawal(patient, forAll.id())).isEmpty();
    }

    /// 42 CFR 2.51: what it was, who, when and why is on the record of emergencies and on the trail.
    @Test
    @Requirement({"IAM-10", "AUD-01"})
    void inAnEmergencyTheyAreOpenWithoutConsentToWhoTreatsAndToWhoDoesNot() {
        var stranger = people.doctor();
        for (var staff : List.of(doctor, stranger)) {
            assertThat(open(staff)).isInstanceOf(OpeningOutcome.Opened.class);

            assertThat(seenBy(staff)).contains(Sensitivity.PART2).doesNotContain(Sensitivity.KEPT_APART);
            assertThat(reasonsOf(staff)).containsOnly("break-glass");
            assertThat(readChart
                            .document(staff, idOf(patient), document(Sensitivity.PART2))
                            .inEmergency())
                    .isTrue();
        }
        assertThat(reviewEmergency.list(people.admin()).waiting())
                .filteredOn(waiting -> waiting.access().patient().equals(idOf(patient)))
                .hasSize(2)
                .allSatisfy(waiting -> assertThat(waiting.acts()).containsEntry("read-chart", 2L));
        clock.advance(Duration.ofMinutes(61));
        assertThat(seenBy(doctor)).doesNotContain(Sensitivity.PART2);
    }

    @Test
    void aNewImportOfTheSameLabelsRowsFromBeforeThereWereLabels() {
        var another = people.patient();
        fixtures.chartWithoutLabelsOf(idOf(another));
        assertThat(labelsOf(another)).containsExactly("ORDINARY");

        fixtures.chartOf(idOf(another));

        assertThat(labelsOf(another))
                .containsExactlyInAnyOrder(
                        Stream.of(Sensitivity.values()).map(Sensitivity::name).toArray(String[]::new));
    }

    private OpeningOutcome open(Actor staff) {
        var summary = known.patient(idOf(patient)).orElseThrow();
        return openInEmergency.open(
                staff,
                new Emergency(
                        summary.id(),
                        new Sought(Sensitive.of(summary.displayName()), summary.bornOn()),
                        EmergencyReason.CANNOT_SPEAK,
                        Sensitive.of("Found unconscious"),
                        true));
    }

    private void treats(Actor clinician) {
        transaction.executeWithoutResult(
                status -> beginCare.begin(idOf(patient), clinician.clinician(), new Tie.Assignment()));
    }

    private List<Sensitivity> seenBy(Actor actor) {
        return readChart.of(actor, idOf(patient)).chart().problems().stream()
                .map(ChartEntry.Problem::what)
                .map(what -> Stream.of(Sensitivity.values())
                        .filter(one -> nameOf(one).equals(what.display()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private List<String> documentsOf(Actor actor) {
        return readChart.of(actor, idOf(patient)).chart().documents().stream()
                .map(filed -> filed.document().what().display())
                .toList();
    }

    private UUID document(Sensitivity sensitivity) {
        return database.queryForObject(
                "SELECT id FROM chart_resource WHERE patient_id = ? AND type = 'DocumentReference' AND resource_id = ?",
                UUID.class,
                idOf(patient).value(),
                sensitivity.name().replace('_', '-'));
    }

    private List<String> labelsOf(Actor whose) {
        return database.queryForList(
                "SELECT DISTINCT sensitivity FROM chart_resource WHERE patient_id = ?",
                String.class,
                idOf(whose).value());
    }

    private List<String> reasonsOf(Actor actor) {
        return database.queryForList(
                "SELECT reason FROM audit_event WHERE actor = ? AND action = 'read-chart' AND outcome = 'GRANTED'",
                String.class,
                actor.person().value());
    }

    private List<String> actsOf(Actor actor) {
        return database.queryForList(
                "SELECT action FROM audit_event WHERE actor = ?",
                String.class,
                actor.person().value());
    }
}
