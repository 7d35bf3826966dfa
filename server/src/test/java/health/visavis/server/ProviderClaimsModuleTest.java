package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.kernel.Requirement;
import health.visavis.people.AcceptInvitation;
import health.visavis.people.InvitePerson;
import health.visavis.people.PeopleFixtures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// From the provider's token over the wire to a page, for what a token can say.
@ServerTest
class ProviderClaimsModuleTest {

    @Autowired
    MockMvc browser;

    @Autowired
    PeopleFixtures people;

    @Autowired
    InvitePerson invitePerson;

    @Autowired
    AcceptInvitation acceptInvitation;

    private final String subject = UUID.randomUUID().toString();

    @Test
    @Requirement("IAM-01")
    void whoTheProviderNamesComesToTheirOwnPlace() throws Exception {
        linked(people.patient());
        var patient = SigningIn.with(browser);

        assertThat(patient.as(claims(Map.of("groups", List.of("visavis-patients"))))
                        .getRedirectedUrl())
                .isEqualTo("/");
        assertThat(patient.send(get("/appointments")).getStatus()).isEqualTo(200);
    }

    @Test
    @Requirement("IAM-02")
    void staffWithoutASecondFactorAreToldSoAndGetNoSession() throws Exception {
        linked(people.doctor());
        var doctor = SigningIn.with(browser);

        assertThat(doctor.as(claims(Map.of("groups", List.of("visavis-doctors"), "amr", List.of("pwd"))))
                        .getRedirectedUrl())
                .isEqualTo("/sign-in/second-factor");
        assertThat(doctor.send(get("/agenda")).getStatus()).isEqualTo(302);
        assertThat(doctor.send(get("/sign-in/second-factor")).getContentAsString())
                .contains("/oauth2/authorization/visavis?second-factor");
        assertThat(doctor.send(get(SigningIn.START + "?second-factor")).getHeader("Location"))
                .contains("acr_values=mfa");
    }

    @Test
    void groupsThatTheProviderKeepsToItselfAreARefusalWithAWayOut() throws Exception {
        linked(people.doctor());
        var doctor = SigningIn.with(browser);

        assertThat(doctor.as(claims(Map.of("_claim_names", Map.of("groups", "src1"), "amr", List.of("mfa"))))
                        .getRedirectedUrl())
                .isEqualTo("/sign-in/groups");
        assertThat(doctor.send(get("/")).getContentAsString()).contains("/oauth2/authorization/visavis");
    }

    @Test
    void aTokenFromAnotherTimeOpensNothing() throws Exception {
        linked(people.patient());
        var patient = SigningIn.with(browser);
        var past = Instant.now().minusSeconds(600);

        assertThat(patient.as(claims(Map.of("groups", List.of("visavis-patients"), "iat", past)))
                        .getRedirectedUrl())
                .isEqualTo("/sign-in/failed");
        assertThat(patient.send(get("/appointments")).getStatus()).isEqualTo(302);
    }

    private Map<String, Object> claims(Map<String, Object> more) {
        return TestProvider.with(Map.of("sub", subject), more);
    }

    private void linked(Actor person) {
        var token = invitePerson.invite(people.admin(), person.person()).reveal();
        acceptInvitation.accept(
                new AcceptInvitation.Identity(TestProvider.ISSUER, subject, Set.of(Role.PATIENT), person.origin()),
                token);
    }
}
