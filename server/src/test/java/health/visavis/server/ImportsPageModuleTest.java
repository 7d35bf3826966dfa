package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.chart.ImportJournal;
import health.visavis.chart.ImportProgress;
import health.visavis.chart.ImportRun;
import health.visavis.people.PeopleFixtures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ServerTest
class ImportsPageModuleTest {

    private static final ImportProgress HALF_WAY = new ImportProgress(2, 1, 100, 50, 7, 7, 0, 0, 0, 0);

    @Autowired
    MockMvc browser;

    @Autowired
    PeopleFixtures people;

    @Autowired
    ImportJournal journal;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    @Test
    void aPageThatKeepsItselfUpToDateIsOneLookOnTheTrail() throws Exception {
        var run = journal.begin(Actors.system(), "test", "one look", ImportRun.State.RUNNING, HALF_WAY);
        try {
            var admin = people.admin();
            assertThat(answer(admin, "/imports").getContentAsString()).contains("hx-get=\"/imports/progress\"");
            assertThat(rows(admin, "GRANTED")).isEqualTo(1);

            for (var second = 0; second < 3; second++) {
                assertThat(answer(admin, "/imports/progress").getContentAsString())
                        .contains("id=\"runs\"")
                        .contains("run-" + run)
                        .doesNotContain("<html");
            }

            assertThat(rows(admin, "GRANTED")).isEqualTo(1);
        } finally {
            journal.finish(run, ImportRun.State.FINISHED, HALF_WAY, List.of(), Map.of(), Map.of());
        }
    }

    @Test
    void whoMayNotOpenThePageIsRefusedItsProgressTooAndThatIsOnTheTrail() throws Exception {
        var nurse = people.nurseOnTheTeamOf();

        assertThat(answer(nurse, "/imports/progress").getStatus()).isEqualTo(403);

        assertThat(rows(nurse, "REFUSED")).isEqualTo(1);
    }

    private int rows(Actor actor, String outcome) {
        return database.queryForObject(
                "SELECT count(*) FROM audit_event WHERE actor = ? AND outcome = ? AND action = 'watch-imports'",
                Integer.class,
                actor.person().value(),
                outcome);
    }

    private MockHttpServletResponse answer(Actor actor, String path) throws Exception {
        return browser.perform(get(path).header("Accept", "text/html").with(as(actor)))
                .andReturn()
                .getResponse();
    }
}
