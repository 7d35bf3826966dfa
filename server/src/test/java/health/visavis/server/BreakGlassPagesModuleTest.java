package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.kernel.Requirement;
import health.visavis.messaging.MessagingFixtures;
import health.visavis.people.People;
import health.visavis.people.PeopleFixtures;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Everybody who has to do with a record that is opened in an emergency, through the pages.
@ServerTest
class BreakGlassPagesModuleTest {

    private static final String PAGE = "/emergency-access";
    private static final String WORDS = "Found unconscious in the waiting room";

    @Autowired
    MockMvc browser;

    @Autowired
    PeopleFixtures people;

    @Autowired
    People known;

    @Autowired
    MessagingFixtures messaging;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    private Actor nurse;
    private Actor patient;

    @BeforeEach
    void aNurseAndAPatientOfOthers() {
        nurse = people.nurseOnTheTeamOf();
        var conversation = messaging.conversation();
        patient = conversation.patient();
        messaging.send(patient, conversation.thread(), "I slept badly");
    }

    @Test
    @Requirement({"IAM-10", "AUD-01"})
    void fromTheSearchToTheVerdict() throws Exception {
        assertThat(send(nurse, get(chart())).getStatus()).isEqualTo(404);
        assertThat(send(nurse, get("/patients")).getContentAsString()).contains(PAGE);
        assertThat(send(nurse, typed(post(PAGE))).getContentAsString())
                .contains(patientId().toString(), "The patient and an administrator will see this");

        var opened = send(nurse, opening());

        assertThat(opened.getHeader("Location")).isEqualTo(chart());
        assertThat(send(nurse, get(chart())).getContentAsString())
                .contains("You are reading this in an emergency")
                .doesNotContain("/appointments/new");
        assertThat(send(nurse, get(PAGE)).getContentAsString()).contains("Open until", emergency() + "/end");
        var conversations = send(nurse, get(chart() + "/messages")).getContentAsString();
        var conversation = conversations.replaceAll("(?s).*href=\"(/messages/[0-9a-f-]{36})\".*", "$1");
        assertThat(send(nurse, get(conversation)).getContentAsString())
                .contains("I slept badly", "You are reading this in an emergency")
                .doesNotContain("name=\"clientId\"");
        assertThat(send(nurse, get(chart() + "/appointments/new")).getStatus()).isEqualTo(404);

        var admin = people.admin();
        assertThat(send(admin, get("/")).getContentAsString()).contains("/audit/emergencies");
        assertThat(send(admin, get("/audit/emergencies")).getContentAsString())
                .contains("Nina Example opened the record of Pat Example", WORDS, "Read the record: once");
        assertThat(send(
                                admin,
                                post("/audit/emergencies/" + emergency() + "/review")
                                        .param("verdict", "NOT_JUSTIFIED"))
                        .getHeader("Location"))
                .isEqualTo("/audit/emergencies");
        assertThat(send(nurse, get(chart())).getStatus()).isEqualTo(404);
    }

    @Test
    void thePatientSeesItInTheirLanguage() throws Exception {
        send(nurse, opening());

        assertThat(send(patient, get("/record/access")).getContentAsString())
                .contains("Opened in an emergency by Nina Example, reason: The patient cannot speak for themselves")
                .doesNotContain("unconscious");
        database.update(
                "UPDATE person SET language = 'es' WHERE id = ?",
                patient.person().value());
        assertThat(send(patient, get("/record/access")).getContentAsString())
                .contains("Abierta en una emergencia por Nina Example");
    }

    @Test
    void aFormThatIsNotFilledInIsShownAgainWithWhatWasTyped() throws Exception {
        var answer = send(nurse, typed(post(PAGE + "/openings")).param("patient", patientId()));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("Choose a reason", "Pat Example");
        assertThat(send(nurse, post(PAGE).param("name", " ")).getContentAsString())
                .contains("Type the full name", "Type the date of birth");
    }

    @Test
    void whoeverOpenedItEndsIt() throws Exception {
        send(nurse, opening());

        assertThat(send(nurse, post(PAGE + "/" + emergency() + "/end")).getHeader("Location"))
                .isEqualTo(PAGE);

        assertThat(send(nurse, get(chart())).getStatus()).isEqualTo(404);
    }

    private MockHttpServletRequestBuilder opening() {
        return typed(post(PAGE + "/openings"))
                .param("patient", patientId())
                .param("reason", "CANNOT_SPEAK")
                .param("words", WORDS)
                .param("warned", "true");
    }

    private MockHttpServletRequestBuilder typed(MockHttpServletRequestBuilder request) {
        var summary = known.patient(Objects.requireNonNull(patient.patient())).orElseThrow();
        return request.param("name", summary.displayName())
                .param("bornMonth", Integer.toString(summary.bornOn().getMonthValue()))
                .param("bornDay", Integer.toString(summary.bornOn().getDayOfMonth()))
                .param("bornYear", Integer.toString(summary.bornOn().getYear()));
    }

    private MockHttpServletResponse send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(as(actor)).with(csrf())).andReturn().getResponse();
    }

    private UUID emergency() {
        return database.queryForObject(
                "SELECT id FROM emergency_access WHERE staff_id = ?",
                UUID.class,
                nurse.person().value());
    }

    private String chart() {
        return "/patients/" + patientId();
    }

    private String patientId() {
        return Objects.requireNonNull(patient.patient()).toString();
    }
}
