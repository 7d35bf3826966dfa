package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import health.visavis.TestDatabase;
import health.visavis.kernel.Requirement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/// At a computer that several people use: where a session was ended by time, the provider may still know who sat there.
@ServerTest
@Requirement("APP-17")
class EndedSessionsModuleTest {

    private static final String ASKS_FOR_EVERYTHING = "prompt=login";

    @Autowired
    MockMvc web;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private final String subject = UUID.randomUUID().toString();

    @Test
    void whoeverComesAfterASessionThatTimeHasEndedShowsWhoTheyAre() throws Exception {
        var browser = signedIn();
        endsSession();

        browser.send(get("/record"));
        assertThat(whereItSigns(browser)).contains(ASKS_FOR_EVERYTHING);

        browser.as(claims());
        assertThat(whereItSigns(browser)).as("after they have").doesNotContain(ASKS_FOR_EVERYTHING);
    }

    @Test
    void itIsAskedAlsoWhereNoPageWasOpenedInBetween() throws Exception {
        var browser = signedIn();
        endsSession();

        assertThat(whereItSigns(browser)).contains(ASKS_FOR_EVERYTHING);
    }

    @Test
    void thePageThatEndsASessionIsEnough() throws Exception {
        var browser = signedIn();
        browser.send(post("/sign-out").with(csrf()));

        browser.send(get("/session-ended"));

        assertThat(whereItSigns(browser)).contains(ASKS_FOR_EVERYTHING);
    }

    @Test
    void whoSignsOutOrWasNeverHereIsNotAskedForMore() throws Exception {
        var stranger = SigningIn.with(web);
        stranger.send(get("/"));
        assertThat(whereItSigns(stranger)).doesNotContain(ASKS_FOR_EVERYTHING);

        var browser = signedIn();
        browser.send(get("/record"));
        browser.send(post("/sign-out").with(csrf()));
        browser.send(get("/signed-out"));
        assertThat(whereItSigns(browser)).doesNotContain(ASKS_FOR_EVERYTHING);
    }

    private SigningIn signedIn() throws Exception {
        var browser = SigningIn.with(web);
        browser.as(claims());
        return browser;
    }

    private static String whereItSigns(SigningIn browser) throws Exception {
        return browser.send(get(SigningIn.START)).getHeader("Location");
    }

    private void endsSession() {
        assertThat(database.update("""
                UPDATE spring_session SET last_access_time = last_access_time - 86400000, expiry_time = expiry_time - 86400000
                 WHERE session_id IN (SELECT session_id FROM provider_session WHERE subject = ?)
                """, subject)).isPositive();
    }

    private Map<String, Object> claims() {
        return Map.of(
                "sub",
                subject,
                "groups",
                List.of("visavis-patients"),
                "amr",
                List.of("pwd"),
                "auth_time",
                Instant.now());
    }
}
