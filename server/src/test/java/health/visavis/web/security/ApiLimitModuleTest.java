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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

@ServerTest
class ApiLimitModuleTest {

    @Autowired
    Problems problems;

    private ApiLimit limit;

    /// Time stands still, so nothing fills again.
    @BeforeEach
    void aLimit() {
        limit = new ApiLimit(new InstanceLimits(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)), problems);
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

    private MockHttpServletResponse asks(String path) throws Exception {
        var response = new MockHttpServletResponse();
        limit.doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
        return response;
    }

    private static void isSignedIn(UUID person) {
        var token = new OidcIdToken("not-a-token", Instant.EPOCH, Instant.MAX, Map.of("sub", "somebody"));
        var signedIn = new SignedIn(token, person, null, null, Set.of(Role.PATIENT));
        SecurityContextHolder.getContext()
                .setAuthentication(new OAuth2AuthenticationToken(signedIn, signedIn.getAuthorities(), "visavis"));
    }
}
