package health.visavis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.kernel.Requirement;
import health.visavis.people.InvitePerson;
import health.visavis.people.PeopleFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformTest
class RefusalRecordingModuleTest {

    @Autowired
    InvitePerson invitePerson;

    @Autowired
    PeopleFixtures people;

    @Test
    @Requirement("AUD-01")
    void aRefusedUseCaseLeavesARowAlthoughItsTransactionRolledBack() {
        var patient = people.patient();

        assertThatThrownBy(() -> invitePerson.invite(patient, patient.person())).isInstanceOf(AccessDenied.class);

        var database = new JdbcTemplate(TestDatabase.asSuperuser());
        assertThat(database.queryForMap(
                        "SELECT action, outcome, reason FROM audit_event WHERE actor = ?",
                        patient.person().value()))
                .containsEntry("action", "invite-person")
                .containsEntry("outcome", "REFUSED")
                .containsEntry("reason", "role-may-not");
    }
}
