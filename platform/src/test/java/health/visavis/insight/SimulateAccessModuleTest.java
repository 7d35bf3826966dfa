package health.visavis.insight;

import static health.visavis.consent.ConsentFixtures.idOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Access.Simulated;
import health.visavis.access.AccessDenied;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Assumption;
import health.visavis.access.Explanation;
import health.visavis.access.Role;
import health.visavis.access.Sensitivity;
import health.visavis.chart.ReadChart;
import health.visavis.consent.ConsentFixtures;
import health.visavis.insight.SimulateAccess.Answer;
import health.visavis.insight.SimulateAccess.Question;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Requirement;
import health.visavis.people.BeginCareRelationship;
import health.visavis.people.PeopleFixtures;
import health.visavis.people.domain.Tie;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// What would be decided, beside what is.
@PlatformTest
class SimulateAccessModuleTest {

    @Autowired
    private SimulateAccess simulateAccess;

    @Autowired
    private ReadChart readChart;

    @Autowired
    private BeginCareRelationship beginCare;

    @Autowired
    private ConsentFixtures consents;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private TransactionTemplate transaction;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    private Actor admin;
    private Actor patient;
    private Actor doctor;

    @BeforeEach
    void aPatientADoctorAndAnAdministrator() {
        admin = people.admin();
        patient = people.patient();
        doctor = people.doctor();
    }

    @Test
    @Requirement({"IAM-10", "AUD-01"})
    void whatIsSimulatedIsWhatIsDecidedWhenItComesTrue() {
        assertThat(asItIs(doctor)).isEqualTo(refused(Explanation.NO_RELATIONSHIP));
        var withCare = assuming(doctor, new Assumption.Care(true));
        assertThatThrownBy(() -> readChart.of(doctor, idOf(patient))).isInstanceOf(AccessDenied.class);

        transaction.executeWithoutResult(
                status -> beginCare.begin(idOf(patient), doctor.clinician(), new Tie.Assignment()));

        assertThat(asItIs(doctor))
                .isEqualTo(withCare)
                .isEqualTo(granted(Explanation.CONSENT_WITHHELD, Sensitivity.MINOR_CONFIDENTIAL));
        var withConsent = assuming(doctor, new Assumption.Consent(true));

        consents.agrees(patient);

        assertThat(asItIs(doctor)).isEqualTo(withConsent).isEqualTo(granted(Explanation.CONSENT, Sensitivity.PART2));
        assertThat(assuming(doctor, new Assumption.Consent(false)))
                .isEqualTo(granted(Explanation.CONSENT_WITHHELD, Sensitivity.MINOR_CONFIDENTIAL));
        assertThat(assuming(doctor, new Assumption.Care(false))).isEqualTo(refused(Explanation.NO_RELATIONSHIP));
    }

    @Test
    void anEmergencyIsAssumedToo() {
        assertThat(assuming(doctor, new Assumption.Emergency()))
                .isEqualTo(granted(Explanation.BREAK_GLASS, Sensitivity.PART2));
        var nurse = people.nurseOnTheTeamOf(doctor.clinician());
        assertThat(assuming(nurse, new Assumption.Emergency()))
                .isEqualTo(granted(Explanation.BREAK_GLASS, Sensitivity.PART2));
        assertThat(ask(nurse, Action.SEND_MESSAGE).otherwise())
                .filteredOn(one -> one.assumption() instanceof Assumption.Emergency)
                .singleElement()
                .satisfies(one -> assertThat(one.decision().granted()).isFalse());
    }

    @Test
    void everybodyIsTakenForWhatTheyAre() {
        assertThat(ask(patient, Action.READ_CHART).roles()).containsExactly(Role.PATIENT);
        assertThat(asItIs(patient)).isEqualTo(granted(Explanation.OWN, Sensitivity.KEPT_APART));
        assertThat(ask(doctor, Action.READ_CHART).roles()).containsExactly(Role.DOCTOR);
        assertThat(asItIs(people.patient())).isEqualTo(refused(Explanation.NOT_OWN));
    }

    @Test
    @Requirement("AUD-01")
    void thatItWasAskedIsOnTheTrailAndNothingElseIs() {
        ask(doctor, Action.READ_CHART);

        assertThat(database.queryForList(
                        "SELECT action || ' ' || reason || ' ' || subject_id FROM audit_event WHERE patient_id = ?",
                        String.class,
                        idOf(patient).value()))
                .contains("simulate-access any " + doctor.person().value());
        assertThat(database.queryForObject(
                        "SELECT count(*) FROM audit_event WHERE actor = ?",
                        Integer.class,
                        doctor.person().value()))
                .isZero();
    }

    @Test
    @Requirement("IAM-10")
    void administratorsAloneAsk() {
        for (var other : List.of(doctor, patient, people.nurseOnTheTeamOf(doctor.clinician()))) {
            assertThatThrownBy(() -> simulateAccess.ask(other, question(doctor, Action.READ_CHART)))
                    .isInstanceOf(AccessDenied.class);
        }
        assertThatThrownBy(() ->
                        simulateAccess.ask(admin, new Question(PersonId.next(), PatientId.next(), Action.READ_CHART)))
                .isInstanceOfSatisfying(
                        AccessDenied.class,
                        denied -> assertThat(denied.existencePrivate()).isTrue());
        assertThatThrownBy(() -> question(doctor, Action.DELETE_RECORDING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Simulated asItIs(Actor person) {
        return ask(person, Action.READ_CHART).asItIs();
    }

    private Simulated assuming(Actor person, Assumption assumption) {
        return ask(person, Action.READ_CHART).otherwise().stream()
                .filter(one -> one.assumption().equals(assumption))
                .findFirst()
                .orElseThrow()
                .decision();
    }

    private Answer ask(Actor person, Action act) {
        return simulateAccess.ask(admin, question(person, act));
    }

    private Question question(Actor person, Action act) {
        return new Question(person.person(), idOf(patient), act);
    }

    private static Simulated granted(Explanation explanation, Sensitivity clearance) {
        return new Simulated(true, explanation, clearance);
    }

    private static Simulated refused(Explanation explanation) {
        return new Simulated(false, explanation, Sensitivity.ORDINARY);
    }
}
