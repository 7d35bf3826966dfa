package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.people.PeopleFixtures;
import health.visavis.web.security.CurrentActor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.web.servlet.MockMvc;

/// Sessions leave a row when they end, whoever ends them.
@ServerTest
class SessionTrailModuleTest {

    @Autowired
    MockMvc browser;

    @Autowired
    PeopleFixtures people;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    @Autowired
    JdbcIndexedSessionRepository sweep;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    @Test
    void signingOutIsOnTheTrail() throws Exception {
        var patient = people.patient();

        browser.perform(post("/sign-out").with(as(patient)).with(csrf())).andReturn();

        assertThat(trail(patient)).containsExactly("sign-out GRANTED own-sign-in 127.0.0.1");
    }

    @Test
    void aSessionThatNobodyAsksForAnyMoreEndsOnTheTrailWhoeverFindsItFirst() {
        var swept = people.patient();
        var found = people.patient();
        lieStill(sessionOf(sessions, swept));
        var late = sessionOf(sessions, found);
        lieStill(late);

        assertThat(sessions.findById(late)).isNull();
        sweep.cleanUpExpiredSessions();

        for (var patient : List.of(swept, found)) {
            assertThat(trail(patient)).containsExactly("end-session GRANTED idle -");
        }
        assertThat(database.queryForObject(
                        "SELECT session FROM audit_event WHERE actor = ?",
                        String.class,
                        found.person().value()))
                .isEqualTo(CurrentActor.hash(late));
    }

    @Test
    void aSessionWithoutAPersonAndOneThatIsGoodLeaveNoSuchRow() {
        var patient = people.patient();
        sessions.deleteById(sessionOf(sessions, patient));
        var before =
                database.queryForObject("SELECT count(*) FROM audit_event WHERE action = 'end-session'", Long.class);
        lieStill(sessionNamed(sessions, "subject-of-nobody"));
        sweep.cleanUpExpiredSessions();

        assertThat(trail(patient)).isEmpty();
        assertThat(database.queryForObject("SELECT count(*) FROM audit_event WHERE action = 'end-session'", Long.class))
                .isEqualTo(before);
    }

    @Test
    void theTrailNamesComingAndGoing() throws Exception {
        var patient = people.patient();
        browser.perform(post("/sign-out").with(as(patient)).with(csrf())).andReturn();
        var address = "/audit?action=sign-out&actor=" + patient.person();

        assertThat(page(people.admin(), address)).contains("Signed out").contains("own sign-in");
    }

    private String page(Actor admin, String address) throws Exception {
        return browser.perform(get(address).with(as(admin)).header("Accept", "text/html"))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private List<String> trail(Actor actor) {
        return database
                .queryForList(
                        "SELECT action, outcome, reason, address FROM audit_event WHERE actor = ? ORDER BY id",
                        actor.person().value())
                .stream()
                .map(SessionTrailModuleTest::line)
                .toList();
    }

    private static String line(Map<String, Object> row) {
        return row.get("action") + " " + row.get("outcome") + " " + row.get("reason") + " " + row.get("address");
    }

    private void lieStill(String session) {
        database.update(
                "UPDATE spring_session SET last_access_time = last_access_time - 86400000, expiry_time = expiry_time - 86400000 WHERE session_id = ?",
                session);
    }

    private static <S extends Session> String sessionOf(FindByIndexNameSessionRepository<S> sessions, Actor actor) {
        return sessionNamed(sessions, actor.person().toString());
    }

    private static <S extends Session> String sessionNamed(FindByIndexNameSessionRepository<S> sessions, String name) {
        var session = sessions.createSession();
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, name);
        sessions.save(session);
        return session.getId();
    }
}
