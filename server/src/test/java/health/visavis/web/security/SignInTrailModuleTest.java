package health.visavis.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.people.AcceptInvitation;
import health.visavis.people.InvitePerson;
import health.visavis.people.PeopleFixtures;
import health.visavis.server.ServerTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/// From the provider's word to a row on the trail, for everybody who comes.
@ServerTest
class SignInTrailModuleTest {

    private static final String ISSUER = "https://login.example.org";

    @Autowired
    SignInLookup signInLookup;

    @Autowired
    SignInTrail trail;

    @Autowired
    PeopleFixtures people;

    @Autowired
    InvitePerson invitePerson;

    @Autowired
    AcceptInvitation acceptInvitation;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private final String subject = UUID.randomUUID().toString();
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @BeforeEach
    void fromSomewhere() {
        request.setRemoteAddr("198.51.100.4");
        request.getSession();
    }

    @Test
    void whoSignsInIsOnTheTrailWithTheSessionThatBegins() {
        var patient = linked(people.patient());

        trail.came(request, authenticated(signInLookup.signedIn(token("visavis-patients"), "visavis")));

        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("actor", patient.person().value())
                        .containsEntry("action", "sign-in")
                        .containsEntry("outcome", "GRANTED")
                        .containsEntry("reason", "own-sign-in")
                        .containsEntry(
                                "session",
                                CurrentActor.hash(request.getSession().getId())));
    }

    @Test
    void aSignInThatBelongsToNobodyIsARefusalOfNobodyKnown() {
        trail.came(request, authenticated(signInLookup.signedIn(token("visavis-patients"), "visavis")));

        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("outcome", "REFUSED")
                        .containsEntry("reason", "not-linked")
                        .containsEntry("address", "198.51.100.4"));
    }

    @Test
    void whoWasDeactivatedIsNamedAndRefused() {
        var patient = linked(people.patient());
        people.deactivate(patient);

        trail.came(request, authenticated(signInLookup.signedIn(token("visavis-patients"), "visavis")));

        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("actor", patient.person().value())
                        .containsEntry("outcome", "REFUSED")
                        .containsEntry("reason", "deactivated"));
    }

    @Test
    void staffWithoutASecondFactorAreNamedAndRefused() {
        var doctor = linked(people.doctor());

        assertThatThrownBy(() -> signInLookup.signedIn(token("visavis-doctors"), "visavis"))
                .isInstanceOfSatisfying(SignInRefused.class, refusal -> trail.refused(request, refusal));

        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("actor", doctor.person().value())
                        .containsEntry("outcome", "REFUSED")
                        .containsEntry("reason", "second-factor-missing"));
    }

    private Actor linked(Actor person) {
        var token = invitePerson.invite(people.admin(), person.person()).reveal();
        acceptInvitation.accept(
                new AcceptInvitation.Identity(ISSUER, subject, Set.of(Role.PATIENT), person.origin()), token);
        return person;
    }

    private OidcIdToken token(String group) {
        return new OidcIdToken(
                "not-a-token",
                Instant.EPOCH,
                Instant.MAX,
                Map.of("iss", ISSUER, "sub", subject, "groups", List.of(group)));
    }

    private static OAuth2AuthenticationToken authenticated(SignedIn signedIn) {
        return new OAuth2AuthenticationToken(signedIn, signedIn.getAuthorities(), "visavis");
    }

    private List<Map<String, Object>> rows() {
        return database.queryForList(
                "SELECT * FROM audit_event WHERE action = 'sign-in' AND session = ?",
                CurrentActor.hash(request.getSession().getId()));
    }
}
