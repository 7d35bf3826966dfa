package health.visavis.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import health.visavis.TestDatabase;
import health.visavis.kernel.PersonId;
import health.visavis.server.ServerTest;
import health.visavis.web.session.OpenSessions;
import health.visavis.web.session.SessionSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;

/// A session that has an end of its own, asked for before and after it. Requests of MockMvc go past what is tried here
/// once somebody was signed in by a test.
@ServerTest
class SignInContextsModuleTest {

    @Autowired
    SessionSettings settings;

    @Autowired
    SignInTrail trail;

    @Autowired
    Clock clock;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private final PersonId person = PersonId.next();

    @Test
    void beforeItsEndItsOwnerIsIn() {
        var request = request(clock.instant().plus(Duration.ofMinutes(1)));

        var context = contexts().loadDeferredContext(request).get();

        assertThat(Objects.requireNonNull(context.getAuthentication()).getName())
                .isEqualTo(person.toString());
        assertThat(ends()).isEmpty();
    }

    @Test
    void theRequestThatAsksForItAfterItsEndEndsItAndPutsThatOnTheTrail() {
        var request = request(clock.instant());
        var session = (MockHttpSession) Objects.requireNonNull(request.getSession(false));

        var context = contexts().loadDeferredContext(request).get();

        assertThat(context.getAuthentication()).isNull();
        assertThat(session.isInvalid()).isTrue();
        assertThat(ends()).containsExactly("longest EMERGENCY");
    }

    private SignInContexts contexts() {
        return new SignInContexts(settings, trail, clock);
    }

    private MockHttpServletRequest request(Instant end) {
        var who = new EmergencyIn(person.value(), end);
        var session = new MockHttpSession();
        session.setAttribute(OpenSessions.ENDS_AT, end);
        session.setAttribute(
                SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of())));
        var request = new MockHttpServletRequest("GET", "/emergency-access");
        request.setSession(session);
        return request;
    }

    private List<String> ends() {
        return database.queryForList(
                "SELECT reason || ' ' || actor_roles FROM audit_event WHERE actor = ? AND action = 'end-session'",
                String.class,
                person.value());
    }
}
