package health.visavis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Requirement;
import health.visavis.people.BeginCareRelationship;
import health.visavis.people.PeopleFixtures;
import health.visavis.people.domain.Tie;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class AccessModuleTest {

    @Autowired
    Access access;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    BeginCareRelationship beginCare;

    @Autowired
    PeopleFixtures people;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    @Test
    @Requirement({"AUD-01", "IAM-08"})
    void aGrantSaysWhoWhenWhatWhoseAndFromWhere() {
        var patient = people.patient();

        require(patient, Action.READ_CHART.of(patientOf(patient)));

        assertThat(trailOf(patient.person())).singleElement().satisfies(row -> {
            assertThat(row)
                    .containsEntry("action", "read-chart")
                    .containsEntry("outcome", "GRANTED")
                    .containsEntry("reason", "own")
                    .containsEntry("patient_id", patientOf(patient).value())
                    .containsEntry("address", "192.0.2.1")
                    .containsEntry("session", "test-session");
            assertThat(row.get("at")).isNotNull();
        });
    }

    @Test
    @Requirement("AUD-01")
    void withoutATransactionNothingIsGranted() {
        var patient = people.patient();

        assertThatThrownBy(() -> access.require(patient, Action.READ_CHART.of(patientOf(patient))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aGrantThatIsRolledBackLeavesNoRow() {
        var patient = people.patient();

        transaction.executeWithoutResult(status -> {
            access.require(patient, Action.READ_CHART.of(patientOf(patient)));
            status.setRollbackOnly();
        });

        assertThat(trailOf(patient.person())).isEmpty();
    }

    @Test
    @Requirement("IAM-10")
    void aDoctorWithoutARelationshipIsRefusedAndNotToldThatThePatientExists() {
        var doctor = people.doctor();
        var patient = people.patient();

        assertThatThrownBy(() -> require(doctor, Action.READ_CHART.of(patientOf(patient))))
                .isInstanceOfSatisfying(
                        AccessDenied.class,
                        denied -> assertThat(denied.existencePrivate()).isTrue());
    }

    @Test
    @Requirement("IAM-10")
    void aRelationshipOpensTheChartToTheDoctorAndHisTeamOnly() {
        var doctor = people.doctor();
        var nurse = people.nurseOnTheTeamOf(doctor.clinician());
        var otherNurse = people.nurseOnTheTeamOf(people.doctor().clinician());
        var patient = people.patient();
        transaction.executeWithoutResult(
                status -> beginCare.begin(patientOf(patient), doctor.clinician(), new Tie.Assignment()));

        var permission = Action.READ_CHART.of(patientOf(patient));

        assertThat(access.allows(doctor, permission)).isTrue();
        assertThat(access.allows(nurse, permission)).isTrue();
        assertThat(access.allows(otherNurse, permission)).isFalse();
        assertThat(access.allows(people.admin(), permission)).isFalse();
    }

    @Test
    void aRoleThatMayNotAtAllIsToldThat() {
        var patient = people.patient();

        assertThatThrownBy(() ->
                        require(patient, Action.READ_AGENDA.of(people.doctor().clinician())))
                .isInstanceOfSatisfying(
                        AccessDenied.class,
                        denied -> assertThat(denied.existencePrivate()).isFalse())
                .hasMessage("refused: read-agenda");
    }

    @Test
    @Requirement("IAM-10")
    void whoeverOwnsHoursReachesThemAsFarAsTheRoleReaches() {
        var doctor = people.doctor();
        var nurseWithHours = new Actor(
                people.nurseOnTheTeamOf().person(),
                Set.of(Role.NURSE),
                null,
                doctor.clinician(),
                doctor.origin(),
                doctor.proof());
        var adminWithHours = new Actor(
                people.admin().person(), Set.of(Role.ADMIN), null, doctor.clinician(), doctor.origin(), doctor.proof());

        assertThat(access.allows(nurseWithHours, Action.READ_AGENDA.of(nurseWithHours.clinician())))
                .isTrue();
        assertThat(access.allows(nurseWithHours, Action.SET_CLINIC_HOURS.of(nurseWithHours.clinician())))
                .isFalse();
        assertThat(access.allows(adminWithHours, Action.READ_AGENDA.of(adminWithHours.clinician())))
                .isFalse();
    }

    /// The doctor is not on the team that treats him, and his chart is not his because he is a doctor.
    @Test
    @Requirement("IAM-10")
    void aDoctorWhoIsAPatientTooReachesHisOwnChartAsThePatientHeIs() {
        var asPatient = people.patient();
        var doctor = people.doctor();
        var both = new Actor(
                doctor.person(),
                Set.of(Role.DOCTOR, Role.PATIENT),
                asPatient.patient(),
                doctor.clinician(),
                doctor.origin(),
                doctor.proof());
        var asDoctorOnly = new Actor(
                doctor.person(),
                Set.of(Role.DOCTOR),
                asPatient.patient(),
                doctor.clinician(),
                doctor.origin(),
                doctor.proof());
        var own = Action.READ_CHART.of(patientOf(asPatient));

        assertThat(access.allows(both, own)).isTrue();
        assertThat(access.allows(asDoctorOnly, own)).isFalse();
        assertThat(access.allows(both, Action.READ_CHART.of(patientOf(people.patient()))))
                .isFalse();
        assertThat(access.allows(
                        both,
                        Action.CONFIRM_APPOINTMENT.on(Subject.of(
                                patientOf(asPatient),
                                people.doctor().clinician(),
                                PersonId.next().value()))))
                .as("a patient does not confirm his own appointment because he is a doctor elsewhere")
                .isFalse();
    }

    @Test
    @Requirement("AUD-01")
    void aListNamesEveryPatientItShowedOnce() {
        var doctor = people.doctor();
        var one = patientOf(people.patient());
        var other = patientOf(people.patient());

        transaction.executeWithoutResult(status -> {
            var receipt = access.require(doctor, Action.LIST_PATIENTS.anyone());
            access.showed(receipt, List.of(one, other, one));
            access.showed(receipt, List.of());
        });

        assertThat(database.queryForList(
                        "SELECT shown.patient_id FROM audit_event_patient shown JOIN audit_event ON id = event_id"
                                + " WHERE actor = ?",
                        UUID.class,
                        doctor.person().value()))
                .containsExactlyInAnyOrder(one.value(), other.value());
    }

    @Test
    void aPatientReachesHimselfOnly() {
        var patient = people.patient();
        var other = people.patient();

        assertThat(access.allows(patient, Action.READ_CHART.of(patientOf(patient))))
                .isTrue();
        assertThat(access.allows(patient, Action.READ_CHART.of(patientOf(other))))
                .isFalse();
    }

    @Test
    void anUnknownRecordAndAForbiddenOneLookAlike() {
        var patient = people.patient();

        assertThatThrownBy(() -> require(
                        patient,
                        Action.READ_APPOINTMENT.on(
                                Subject.unknown(PersonId.next().value()))))
                .isInstanceOfSatisfying(
                        AccessDenied.class,
                        denied -> assertThat(denied.existencePrivate()).isTrue());
    }

    @Test
    void somebodyWithoutARoleMayDoNothing() {
        var nobody = new Actor(PersonId.next(), Set.of(), null, null, new Origin("-", "-", "-"), Proof.NEVER);

        for (var action : Action.values()) {
            assertThat(access.allows(nobody, action.anyone())).as(action.name()).isFalse();
        }
    }

    private void require(Actor actor, Permission permission) {
        transaction.executeWithoutResult(status -> access.require(actor, permission));
    }

    private static PatientId patientOf(Actor actor) {
        return java.util.Objects.requireNonNull(actor.patient());
    }

    private List<Map<String, Object>> trailOf(PersonId actor) {
        return database.queryForList("SELECT * FROM audit_event WHERE actor = ? ORDER BY at", actor.value());
    }
}
