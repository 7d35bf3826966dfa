package health.visavis.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.access.Role;
import health.visavis.limits.InstanceLimits;
import health.visavis.limits.Limit;
import health.visavis.server.ServerTest;
import health.visavis.web.problem.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

@ServerTest
class RequestLimitsModuleTest {

    @Autowired
    Problems problems;

    private RequestLimits limit;

    /// Time stands still, so nothing fills again.
    @BeforeEach
    void aLimit() {
        limit = new RequestLimits(new InstanceLimits(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)), problems);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aProgramThatAsksTooOftenIsToldWhenToComeAgainAndNobodyElseIs() throws Exception {
        isSignedIn(UUID.randomUUID());
        for (var request = 0; request < Limit.API.tries(); request++) {
            assertThat(asks("/api/appointments").getStatus()).isEqualTo(200);
        }

        var stopped = asks("/api/appointments");
        assertThat(stopped.getStatus()).isEqualTo(429);
        assertThat(stopped.getHeader("Retry-After")).isEqualTo("1");
        assertThat(stopped.getContentType()).startsWith("application/problem+json");
        assertThat(asks("/appointments").getStatus()).as("pages").isEqualTo(200);

        isSignedIn(UUID.randomUUID());
        assertThat(asks("/api/appointments").getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /audit/accesses.csv, EXPORTS",
        "GET, /audit/unusual.csv, EXPORTS",
        "GET, /calls.csv, EXPORTS",
        "HEAD, /calls.csv, EXPORTS",
        "GET, /record/access/file, EXPORTS",
        "POST, /people/0190f7c2-0000-7000-8000-000000000001/invitation, INVITATIONS",
        "POST, /patients/0190f7c2-0000-7000-8000-000000000001/proxies, INVITATIONS",
        "POST, /proxies, INVITATIONS",
        "POST, /visits/0190f7c2-0000-7000-8000-000000000001/guests, INVITATIONS"
    })
    void nobodyCarriesOutOrInvitesWithoutEnd(String method, String path, Limit kind) throws Exception {
        isSignedIn(UUID.randomUUID());
        for (var request = 0; request < kind.tries(); request++) {
            assertThat(asks(method, path).getStatus()).isEqualTo(200);
        }

        var stopped = asks(method, path);
        assertThat(stopped.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(Objects.requireNonNull(stopped.getHeader("Retry-After"))))
                .isBetween(1, 60);
        assertThat(asks("/api/appointments").getStatus())
                .as("what is not of that kind")
                .isEqualTo(200);

        isSignedIn(UUID.randomUUID());
        assertThat(asks(method, path).getStatus()).isEqualTo(200);
    }

    @Test
    void whoCameByACodeIsAPersonToo() throws Exception {
        for (var request = 0; request < Limit.API.tries(); request++) {
            assertThat(asks("/api/appointments").getStatus()).isEqualTo(200);
        }
        assertThat(asks("/api/appointments").getStatus()).as("a stranger").isEqualTo(429);

        var nurse = new EmergencyIn(UUID.randomUUID(), Instant.EPOCH.plusSeconds(3600));
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(nurse, null, List.of()));
        assertThat(asks("/api/appointments").getStatus())
                .as("a nurse at the same address")
                .isEqualTo(200);
    }

    @Test
    void lookingAtInvitationsIsNoInvitation() throws Exception {
        isSignedIn(UUID.randomUUID());
        for (var request = 0; request < Limit.INVITATIONS.tries() + 1; request++) {
            assertThat(asks("GET", "/proxies").getStatus()).isEqualTo(200);
            assertThat(asks("POST", "/people/1/invitation/withdrawal").getStatus())
                    .isEqualTo(200);
        }
    }

    private MockHttpServletResponse asks(String path) throws Exception {
        return asks("GET", path);
    }

    private MockHttpServletResponse asks(String method, String path) throws Exception {
        var response = new MockHttpServletResponse();
        limit.doFilter(new MockHttpServletRequest(method, path), response, new MockFilterChain());
        return response;
    }

    private static void isSignedIn(UUID person) {
        var token = new OidcIdToken("not-a-token", Instant.EPOCH, Instant.MAX, Map.of("sub", "somebody"));
        var signedIn = new SignedIn(token, person, null, null, Set.of(Role.PATIENT));
        SecurityContextHolder.getContext()
                .setAuthentication(new OAuth2AuthenticationToken(signedIn, signedIn.getAuthorities(), "visavis"));
    }
}
