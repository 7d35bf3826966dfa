package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.access.Sensitivity;
import health.visavis.chart.ChartEntry;
import health.visavis.chart.Coded;
import health.visavis.chart.ImportedResource;
import health.visavis.chart.RecordImportedResources;
import health.visavis.chart.ResourceType;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Requirement;
import health.visavis.keys.KeyRing;
import health.visavis.messaging.MessagingFixtures;
import health.visavis.messaging.MessagingFixtures.Conversation;
import health.visavis.people.PeopleFixtures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/// What pages say about a patient whose content was destroyed.
@ServerTest
@Requirement("CRY-08")
class DestroyedContentPagesModuleTest {

    private static final String WORDS = "destroyed for good";

    @Autowired
    MockMvc browser;

    @Autowired
    MessagingFixtures messaging;

    @Autowired
    PeopleFixtures people;

    @Autowired
    RecordImportedResources recordImportedResources;

    @Autowired
    KeyRing keyRing;

    @Autowired
    TransactionTemplate transaction;

    private Conversation conversation;
    private PatientId patient;

    @BeforeEach
    void aPatientWithAChartAndAConversation() {
        conversation = messaging.conversation();
        patient = Objects.requireNonNull(conversation.patient().patient());
        messaging.send(conversation.patient(), conversation.thread(), "I slept badly");
        var note = new ChartEntry.Document(new Coded(null, null, "Visit note"), null, true, null);
        var words = "Slept well".getBytes(StandardCharsets.UTF_8);
        recordImportedResources.record(
                Actors.system(),
                patient,
                List.of(new ImportedResource(
                        ResourceType.DOCUMENT_REFERENCE,
                        "note",
                        note,
                        null,
                        null,
                        Sensitivity.ORDINARY,
                        words,
                        words)));
    }

    @Test
    void messagesAndChartSaySoToBothAndNothingElseBreaks() throws Exception {
        open(conversation.doctor(), chart())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Visit note")));

        transaction.executeWithoutResult(open -> keyRing.destroy(patient));

        for (var page : List.of(thread(), chart())) {
            open(conversation.doctor(), page)
                    .andExpect(status().isGone())
                    .andExpect(content().string(containsString(WORDS)))
                    .andExpect(content().string(not(containsString("I slept badly"))));
        }
        open(conversation.patient(), thread()).andExpect(status().isGone());
        open(conversation.patient(), "/record").andExpect(status().isGone());
        for (var page : List.of("/", "/messages", "/appointments")) {
            open(conversation.patient(), page).andExpect(status().isOk());
        }
        for (var page : List.of("/", "/messages", "/patients")) {
            open(conversation.doctor(), page).andExpect(status().isOk());
        }
    }

    @Test
    void whatIsWrittenIsNotKept() throws Exception {
        transaction.executeWithoutResult(open -> keyRing.destroy(patient));

        browser.perform(post(thread())
                        .param("clientId", UUID.randomUUID().toString())
                        .param("text", "Are you there?")
                        .with(as(conversation.patient()))
                        .with(csrf())
                        .header("Accept", "text/html"))
                .andExpect(status().isGone());
    }

    private String thread() {
        return "/messages/" + conversation.thread();
    }

    private String chart() {
        return "/patients/" + patient;
    }

    private ResultActions open(Actor actor, String path) throws Exception {
        return browser.perform(get(path).with(as(actor)).header("Accept", "text/html"));
    }
}
