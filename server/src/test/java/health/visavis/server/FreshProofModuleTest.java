package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.people.AcceptInvitation;
import health.visavis.people.InvitePerson;
import health.visavis.people.PeopleFixtures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/// An administrator whose sign-in is from this morning shows who they are before they change what others may see.
@ServerTest
class FreshProofModuleTest {

    @Autowired
    MockMvc browser;

    @Autowired
    PeopleFixtures people;

    @Autowired
    InvitePerson invitePerson;

    @Autowired
    AcceptInvitation acceptInvitation;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private final String subject = UUID.randomUUID().toString();
    private SigningIn admin;
    private Actor leaving;

    @BeforeEach
    void anAdministratorOfThisMorning() throws Exception {
        var person = people.admin();
        var token = invitePerson.invite(people.admin(), person.person()).reveal();
        acceptInvitation.accept(
                new AcceptInvitation.Identity(TestProvider.ISSUER, subject, Set.of(Role.ADMIN), person.origin()),
                token);
        leaving = people.patient();
        admin = SigningIn.with(browser);
        admin.as(claims(Instant.now().minusSeconds(3600)));
    }

    @Test
    void whatIsSensitiveIsRefusedUntilThePersonHasSignedInAgainAndComesBack() throws Exception {
        var page = "/people/" + leaving.person();
        assertThat(admin.send(get(page)).getStatus()).as("looking").isEqualTo(200);

        var refused = admin.send(post(page + "/deactivation")
                .header("Referer", "http://localhost" + page)
                .with(csrf()));
        assertThat(refused.getStatus()).isEqualTo(303);
        assertThat(refused.getHeader("Location")).isEqualTo("/sign-in/again?to=" + page);
        assertThat(isActive()).isTrue();
        assertThat(database.queryForObject(
                        "SELECT count(*) FROM audit_event WHERE outcome = 'REFUSED' AND reason = 'proof-too-old' AND patient_id = ?",
                        Long.class,
                        leaving.patient().value()))
                .isEqualTo(1);

        assertThat(admin.send(get(refused.getHeader("Location"))).getContentAsString())
                .contains("Confirm that it is you", "/oauth2/authorization/visavis?anew");
        assertThat(admin.send(get(SigningIn.START + "?anew")).getHeader("Location"))
                .contains("prompt=login", "max_age=0", "acr_values=mfa");
        assertThat(admin.as(SigningIn.START + "?anew", claims(Instant.now())).getRedirectedUrl())
                .isEqualTo(page);

        assertThat(admin.send(post(page + "/deactivation").with(csrf())).getHeader("Location"))
                .isEqualTo(page);
        assertThat(isActive()).isFalse();
    }

    @Test
    void aFormThatWouldBeRefusedIsNotFilledInInVain() throws Exception {
        assertThat(admin.send(get("/people/new")).getHeader("Location")).isEqualTo("/sign-in/again?to=/people/new");

        admin.send(get("/sign-in/again").param("to", "/people/new"));
        admin.as(claims(Instant.now()));

        assertThat(admin.send(get("/people/new")).getStatus()).isEqualTo(200);
    }

    @Test
    void theWayBackLeadsNowhereElse() throws Exception {
        admin.send(get("/sign-in/again").param("to", "https://elsewhere.example/"));

        assertThat(admin.as(claims(Instant.now())).getRedirectedUrl()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost/people|%zz", "mailto:somebody", "http://localhost//elsewhere.example/"})
    void aReferrerThatIsNoPageOfOursLeadsToTheFirstOne(String referrer) throws Exception {
        var refused = admin.send(post("/people/" + leaving.person() + "/deactivation")
                .header("Referer", referrer)
                .with(csrf()));

        assertThat(refused.getHeader("Location")).isEqualTo("/sign-in/again?to=/");
    }

    @Test
    void aProviderThatDoesNotSayWhenIsNotBelieved() throws Exception {
        var silent = SigningIn.with(browser);
        silent.as(Map.of("sub", subject, "groups", List.of("visavis-admins"), "amr", List.of("mfa")));

        assertThat(silent.send(get("/people/new")).getStatus()).isEqualTo(303);
    }

    private boolean isActive() {
        return database.queryForObject(
                "SELECT deactivated_at IS NULL FROM person WHERE id = ?",
                Boolean.class,
                leaving.person().value());
    }

    private Map<String, Object> claims(Instant signedInAt) {
        return Map.of(
                "sub", subject, "groups", List.of("visavis-admins"), "amr", List.of("mfa"), "auth_time", signedInAt);
    }
}
