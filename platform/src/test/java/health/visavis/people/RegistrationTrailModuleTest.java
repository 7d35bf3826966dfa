package health.visavis.people;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.kernel.Requirement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// Who let whom in, and who wrote down whose data.
@PlatformTest
class RegistrationTrailModuleTest {

    private static final PersonDetails SOMEBODY =
            new PersonDetails("Sam", "Example", null, null, PeopleFixtures.NEW_YORK, Locale.ENGLISH);

    @Autowired
    RegisterPatient registerPatient;

    @Autowired
    RegisterStaff registerStaff;

    @Autowired
    InvitePerson invitePerson;

    @Autowired
    PeopleFixtures people;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    @Test
    @Requirement("AUD-01")
    void addingAPatientOrChangingWhatIsHeldSaysWhoseDataItWas() {
        var admin = people.admin();
        var name = new ExternalId("urn:visavis:test", UUID.randomUUID().toString());
        var patient = registerPatient
                .register(admin, name, details(LocalDate.of(1980, 1, 1)))
                .id();
        registerPatient.register(admin, name, details(LocalDate.of(1980, 1, 2)));

        assertThat(database.queryForList(
                        "SELECT shown.patient_id FROM audit_event_patient shown JOIN audit_event ON id = event_id WHERE actor = ?",
                        UUID.class,
                        admin.person().value()))
                .containsExactly(patient.value(), patient.value());
    }

    @Test
    @Requirement("AUD-01")
    void anInvitationSaysWhomItLetsIn() {
        var admin = people.admin();
        var patient = people.patient();

        invitePerson.invite(admin, patient.person());

        assertThat(subjectOf(admin, "invite-person")).isEqualTo(patient.person().value());
    }

    @Test
    void somebodyWhoJoinsTheStaffIsNamedOnTheTrail() {
        var admin = people.admin();

        var nurse = registerStaff.register(admin, SOMEBODY, List.of());

        assertThat(subjectOf(admin, "register-clinician")).isEqualTo(nurse.value());
    }

    private static PatientDetails details(LocalDate bornOn) {
        return new PatientDetails(SOMEBODY, bornOn, Gender.UNKNOWN, null);
    }

    private UUID subjectOf(Actor actor, String action) {
        return database.queryForObject(
                "SELECT subject_id FROM audit_event WHERE actor = ? AND action = ?",
                UUID.class,
                actor.person().value(),
                action);
    }
}
