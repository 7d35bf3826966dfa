package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.microsoft.playwright.Browser;
import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.journey.Chromium;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// Who had to do with my data: the page, the question, and the file.
@ServerTest
class OwnTrailModuleTest {

    private static final String PAGE = "/record/access";
    private static final Pattern ENTRY = Pattern.compile("\\{\"version\":\"visavis-audit-event/1\"[^}]*},?");

    @Autowired
    MockMvc browser;

    @Autowired
    PeopleFixtures people;

    @Autowired
    SchedulingFixtures scheduling;

    @Autowired
    JdbcTemplate database;

    @TempDir
    private Path folder;

    private Actor patient;
    private Actor doctor;

    @BeforeEach
    void aVisitIsPlanned() {
        doctor = scheduling.doctorWithHours();
        patient = people.patient();
        scheduling.confirmedFor(patient, doctor);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> signedFor(patient));
    }

    @Test
    void aPatientSeesWhoHadToDoWithTheirDataAndNobodyElseDoes() throws Exception {
        look(PAGE, patient)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Confirmed an appointment")))
                .andExpect(content().string(containsString("it was their appointment with you")));
        look(PAGE, people.patient()).andExpect(content().string(not(containsString("Confirmed an appointment"))));
        look(PAGE, doctor).andExpect(status().isForbidden());
    }

    @Test
    void whatThePatientDidIsShownWhenItIsAskedFor() throws Exception {
        look(PAGE, patient).andExpect(content().string(not(containsString(">You<"))));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> look(PAGE + "?own=true", patient)
                        .andExpect(content().string(containsString(">You<")))
                        .andExpect(content().string(containsString("Confirmed an appointment"))));
    }

    @Test
    void aQuestionIsListedUntilTheClinicHasAnswered() throws Exception {
        var admin = people.admin();
        var number = database.queryForObject("""
                SELECT entry.count FROM audit_log_patient_entry entry
                  JOIN audit_log_patient patient ON patient.place = patient_place
                  JOIN audit_log_leaf leaf ON leaf.place = leaf_place
                  JOIN audit_event event ON event.id = leaf.event_id
                 WHERE patient.patient_id = ? AND action = 'confirm-appointment'
                """, Long.class, patient.patient().value());

        browser.perform(post(PAGE + "/" + number + "/question")
                        .with(as(patient))
                        .with(csrf()))
                .andExpect(status().isSeeOther());

        look(PAGE, patient).andExpect(content().string(containsString("You asked.")));
        look("/audit/questions", admin)
                .andExpect(content().string(containsString(patient.patient().toString())));
        var event = new JdbcTemplate(TestDatabase.asSuperuser())
                .queryForObject(
                        "SELECT event_id FROM access_question WHERE patient_id = ?",
                        UUID.class,
                        patient.patient().value());
        browser.perform(post("/audit/questions/closed")
                        .param("patient", patient.patient().toString())
                        .param("event", event.toString())
                        .with(as(admin))
                        .with(csrf()))
                .andExpect(status().isSeeOther());
        look("/audit/questions", admin)
                .andExpect(content().string(not(containsString(patient.patient().toString()))));
        look(PAGE, patient).andExpect(content().string(containsString("Answered")));
    }

    /// In a real browser that has no network.
    @Test
    void theFileVerifiesWithoutANetworkAndWithoutOneEntryItDoesNot() throws Exception {
        var file = look(PAGE + "/file", patient)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(file).contains(doctor.person().toString()).doesNotContain("http://", "https://");
        var entry = ENTRY.matcher(file);
        assertThat(entry.find()).isTrue();

        var chromium = Chromium.open().browser();
        try {
            assertThat(verdict(chromium, file)).isEqualTo("whole");
            assertThat(verdict(chromium, file.replace(entry.group(), ""))).isEqualTo("broken");
            assertThat(verdict(chromium, file.replaceFirst("GRANTED", "REFUSED")))
                    .isEqualTo("broken");
            assertThat(verdict(chromium, file.replaceFirst("visavis-audit\\\\n", "visavis-audit2\\\\n")))
                    .isEqualTo("broken");
        } finally {
            chromium.close();
        }
    }

    private String verdict(Browser chromium, String file) throws IOException {
        var path = Files.writeString(folder.resolve("file.html"), file);
        try (var context = chromium.newContext()) {
            context.setOffline(true);
            var page = context.newPage();
            page.navigate(path.toUri().toString());
            var verdict = page.locator("[data-verdict]:not([data-verdict=checking])");
            verdict.waitFor();
            return verdict.getAttribute("data-verdict");
        }
    }

    private boolean signedFor(Actor patient) {
        return Boolean.TRUE.equals(
                database.queryForObject("""
                SELECT EXISTS (SELECT 1 FROM audit_event event
                                 JOIN audit_log_leaf leaf ON leaf.event_id = event.id
                                WHERE event.patient_id = ? AND action = 'confirm-appointment'
                                  AND leaf.place < (SELECT coalesce(max(size), 0) FROM audit_checkpoint))
                """, Boolean.class, patient.patient().value()));
    }

    private ResultActions look(String path, Actor who) throws Exception {
        return browser.perform(get(path).with(as(who)).header("Accept", "text/html"));
    }
}
