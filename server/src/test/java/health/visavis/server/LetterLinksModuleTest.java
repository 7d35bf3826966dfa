package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.notification.Mail;
import health.visavis.notification.RecordingSenders;
import health.visavis.notification.Sms;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.SchedulingFixtures;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/// Every link of every letter about a visit is followed, as a stranger and as the patient.
@ServerTest
@Import(RecordingSenders.class)
@TestPropertySource(
        properties = {
            "visavis.notification.every=200ms",
            "visavis.notification.links-every=0s",
            "visavis.notification.site=https://clinic.example"
        })
class LetterLinksModuleTest {

    private static final Pattern LINK = Pattern.compile("https://clinic\\.example(/\\S*)");
    private static final int MORE_THAN_A_DAY_OF_HALF_HOURS = 60;

    @Autowired
    private MockMvc browser;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private SchedulingFixtures scheduling;

    @Autowired
    private RecordingSenders sent;

    private Actor patient;
    private AppointmentSummary appointment;

    @BeforeEach
    void everyLetterOfAVisitIsSent() {
        patient = people.patient();
        var doctor = scheduling.doctorWithHours();
        var slot = scheduling.freeTimes(doctor).get(MORE_THAN_A_DAY_OF_HALF_HOURS);
        appointment = scheduling.confirm(doctor, scheduling.requestedBy(patient, doctor, slot));
        var database = JdbcClient.create(TestDatabase.asSuperuser());
        await().until(() -> database.sql("""
                        UPDATE letter SET due_at = now() WHERE subject_id = ? AND kind IN ('REMINDER_DAY', 'REMINDER_HOUR')
                        """).param(appointment.id().value()).update() == 4);
        await().until(() -> database.sql("SELECT count(*) FROM letter WHERE subject_id = ? AND sent_at IS NULL")
                        .param(appointment.id().value())
                        .query(Integer.class)
                        .single()
                == 0);
    }

    @Test
    void aReminderLeadsThroughTheSignInAndTheCheckIntoTheWaitingRoom() throws Exception {
        var reminders = links().filter(path -> path.startsWith("/visits/")).toList();
        assertThat(reminders).hasSize(4);

        for (var link : reminders) {
            var asked = browser.perform(get(link)).andReturn().getResponse();
            assertThat(asked.getStatus()).isEqualTo(302);
            assertThat(URI.create(Objects.requireNonNull(asked.getRedirectedUrl()))
                            .getPath())
                    .isEqualTo("/oauth2/authorization/visavis");
            assertThat(opened(link).getContentAsString())
                    .contains("/visits/" + appointment.id() + "/arrival")
                    .contains("data-module=\"device-check\"");
        }

        var arrival = browser.perform(post("/visits/" + appointment.id() + "/arrival")
                        .with(as(patient))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(opened(Objects.requireNonNull(arrival.getRedirectedUrl())).getContentAsString())
                .contains("You are in the waiting room");
    }

    @Test
    void everyOtherLetterLeadsToTheAppointmentAndFromThereToTheVisit() throws Exception {
        var others =
                links().filter(path -> !path.startsWith("/visits/")).distinct().toList();
        assertThat(others).containsExactly("/appointments/" + appointment.id());

        assertThat(opened(others.getFirst()).getContentAsString())
                .contains("/visits/" + appointment.id() + "/device-check");
    }

    private Stream<String> links() {
        var mails = sent.mailsAbout(appointment.id()).stream().map(Mail::text);
        var messages = sent.messagesAbout(appointment.id()).stream().map(Sms::text);
        return Stream.concat(mails, messages).flatMap(text -> {
            List<String> found =
                    LINK.matcher(text).results().map(one -> one.group(1)).toList();
            assertThat(found).as("links of one letter").hasSize(1);
            return found.stream();
        });
    }

    private MockHttpServletResponse opened(String path) throws Exception {
        var response = browser.perform(get(path).with(as(patient))).andReturn().getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response;
    }
}
