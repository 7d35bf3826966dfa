package health.visavis.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Origin;
import health.visavis.access.Role;
import health.visavis.people.AcceptInvitation.Identity;
import health.visavis.people.AcceptInvitation.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// Whoever links a sign-in is on the trail for it, and whoever tries in vain is too.
@PlatformTest
class AcceptInvitationModuleTest {

    @Autowired
    InvitePerson invitePerson;

    @Autowired
    AcceptInvitation acceptInvitation;

    @Autowired
    FindIdentity findIdentity;

    @Autowired
    PeopleFixtures people;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private final Identity identity = identity();

    @Test
    void linkingASignInSaysWhoWhoseDataAndFromWhere() {
        var patient = people.patient();
        var token = invitePerson.invite(people.admin(), patient.person()).reveal();

        assertThat(acceptInvitation.accept(identity, token)).isEqualTo(new Outcome.Linked(patient.person()));

        assertThat(trail(identity))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("actor", patient.person().value())
                        .containsEntry("actor_roles", "PATIENT")
                        .containsEntry("action", "accept-invitation")
                        .containsEntry("outcome", "GRANTED")
                        .containsEntry("patient_id", patient.patient().value())
                        .containsEntry("address", "192.0.2.7"));
    }

    @Test
    void aWrongInvitationIsAnAttemptOfNobodyAndASecondOneOfSomebody() {
        var doctor = people.doctor();
        acceptInvitation.accept(identity, "not-an-invitation");
        acceptInvitation.accept(
                identity, invitePerson.invite(people.admin(), doctor.person()).reveal());
        acceptInvitation.accept(
                identity,
                invitePerson.invite(people.admin(), people.doctor().person()).reveal());

        assertThat(trail(identity))
                .extracting(row -> row.get("outcome") + " " + row.get("reason"))
                .containsExactly("REFUSED invitation-not-valid", "GRANTED own-sign-in", "REFUSED linked-before");
        assertThat(trail(identity))
                .extracting(row -> doctor.person().value().equals(row.get("actor")))
                .containsExactly(false, true, true);
    }

    @Test
    void nothingIsLinkedThatCannotBePutOnTheTrail() {
        var patient = people.patient();
        var token = invitePerson.invite(people.admin(), patient.person()).reveal();
        var nowhere = new Identity(identity.issuer(), identity.subject(), Set.of(), new Origin("\0", "-", "-"));

        assertThatThrownBy(() -> acceptInvitation.accept(nowhere, token)).isInstanceOf(RuntimeException.class);

        assertThat(findIdentity.find(identity.issuer(), identity.subject())).isEmpty();
        assertThat(acceptInvitation.accept(identity, token)).isInstanceOf(Outcome.Linked.class);
    }

    private static Identity identity() {
        return new Identity(
                "https://login.example.org",
                UUID.randomUUID().toString(),
                Set.of(Role.PATIENT),
                new Origin("192.0.2.7", UUID.randomUUID().toString(), "test"));
    }

    private List<Map<String, Object>> trail(Identity from) {
        return database.queryForList(
                "SELECT * FROM audit_event WHERE session = ? ORDER BY id",
                from.origin().session());
    }
}
