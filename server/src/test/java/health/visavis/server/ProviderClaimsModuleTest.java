package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.kernel.Requirement;
import health.visavis.people.AcceptInvitation;
import health.visavis.people.InvitePerson;
import health.visavis.people.PeopleFixtures;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

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

    @Test
    void anAnswerThatThisBrowserDidNotAskForOpensNothing() throws Exception {
        linked(people.patient());
        var patient = SigningIn.with(browser);
        var claims = claims(Map.of("groups", List.of("visavis-patients"), "nonce", "of-another-request"));

        assertThat(patient.as(claims).getRedirectedUrl()).isEqualTo("/sign-in/failed");

        var asked = UriComponentsBuilder.fromUriString(
                        patient.send(get(SigningIn.START)).getHeader("Location"))
                .build(true)
                .getQueryParams();
        var code = TestProvider.codeFor(TestProvider.with(claims, Map.of("nonce", asked.getFirst("nonce"))));
        var elsewhere = SigningIn.with(browser);
        assertThat(elsewhere
                        .send(get("/login/oauth2/code/visavis")
                                .param("code", code)
                                .param("state", UriUtils.decode(asked.getFirst("state"), StandardCharsets.UTF_8)))
                        .getRedirectedUrl())
                .as("in another browser")
                .isEqualTo("/sign-in/failed");
        assertThat(patient.send(get("/login/oauth2/code/visavis")
                                .param("code", code)
                                .param("state", "of-another-request"))
                        .getRedirectedUrl())
                .isEqualTo("/sign-in/failed");

        for (var who : List.of(patient, elsewhere)) {
            assertThat(who.send(get("/appointments")).getStatus()).isEqualTo(302);
        }
    }

    @Test
    void aTokenThatTheProviderDidNotSignOpensNothing() throws Exception {
        linked(people.patient());
        var patient = SigningIn.with(browser);
        var claims = claims(Map.of("groups", List.of("visavis-patients")));

        for (UnaryOperator<String> change : List.<UnaryOperator<String>>of(
                token -> token.substring(0, token.lastIndexOf('.') + 1) + "AAAA",
                token -> new PlainJWT(claimsOf(token)).serialize(),
                ProviderClaimsModuleTest::signedByWhatEverybodyKnows,
                ProviderClaimsModuleTest::signedByAKeyThatItBrings)) {
            assertThat(patient.as(SigningIn.START, claims, change).getRedirectedUrl())
                    .isEqualTo("/sign-in/failed");
        }
        assertThat(patient.send(get("/appointments")).getStatus()).isEqualTo(302);
    }

    /// By the public key, as if that were a secret that both have.
    private static String signedByWhatEverybodyKnows(String token) {
        try {
            var forged = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("test").build(), claimsOf(token));
            forged.sign(new MACSigner(TestProvider.publicKey()));
            return forged.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String signedByAKeyThatItBrings(String token) {
        try {
            var key = new RSAKeyGenerator(2048).keyID("test").generate();
            var forged = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID("test")
                            .jwk(key.toPublicJWK())
                            .build(),
                    claimsOf(token));
            forged.sign(new RSASSASigner(key));
            return forged.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static JWTClaimsSet claimsOf(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException broken) {
            throw new IllegalStateException(broken);
        }
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
