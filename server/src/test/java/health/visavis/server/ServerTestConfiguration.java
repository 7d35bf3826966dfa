package health.visavis.server;

import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.audit.CheckpointSigner;
import health.visavis.audit.MemorySigner;
import health.visavis.web.security.EmergencyIn;
import health.visavis.web.security.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@TestConfiguration(proxyBeanMethods = false)
class ServerTestConfiguration {

    @Bean
    CheckpointSigner checkpointSigner() {
        return new MemorySigner();
    }

    /// A session as it is after signing in.
    static RequestPostProcessor as(Actor actor) {
        return SecurityMockMvcRequestPostProcessors.authentication(
                actor.is(Role.EMERGENCY) ? byCode(actor) : signedIn(actor));
    }

    private static Authentication byCode(Actor actor) {
        var who = new EmergencyIn(actor.person().value(), Instant.now().plus(Duration.ofHours(1)));
        return UsernamePasswordAuthenticationToken.authenticated(who, null, List.of());
    }

    static OAuth2AuthenticationToken signedIn(Actor actor) {
        var token = new OidcIdToken(
                "not-a-token",
                Instant.EPOCH,
                Instant.MAX,
                Map.of(
                        "iss", "http://signin.invalid",
                        "sub", actor.person().toString(),
                        "auth_time", actor.proof().at()));
        var signedIn = new SignedIn(
                token,
                actor.person().value(),
                actor.patient() == null || actor.proxy()
                        ? null
                        : actor.patient().value(),
                actor.clinician() == null ? null : actor.clinician().value(),
                actor.roles(),
                actor.proxy() ? actor.patient().value() : null);
        return new OAuth2AuthenticationToken(signedIn, signedIn.getAuthorities(), "visavis");
    }
}
