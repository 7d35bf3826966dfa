package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.visavis.access.Actor;
import health.visavis.kernel.Requirement;
import health.visavis.messaging.MessagingFixtures;
import health.visavis.messaging.MessagingFixtures.Conversation;
import health.visavis.messaging.MyThreads;
import health.visavis.people.PeopleFixtures;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// Conversations as somebody without script has them.
@ServerTest
class MessagePagesModuleTest {

    @Autowired
    MockMvc browser;

    @Autowired
    MessagingFixtures messaging;

    @Autowired
    PeopleFixtures people;

    @Autowired
    MyThreads myThreads;

    private Conversation conversation;

    @BeforeEach
    void aConversation() {
        conversation = messaging.conversation();
    }

    @Test
    @Requirement("APP-10")
    void whatIsWrittenInTheFormIsOnTheOthersPage() throws Exception {
        send(conversation.patient(), UUID.randomUUID(), "I <b>slept</b> badly")
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(address()));

        open(conversation.doctor(), address())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("I &lt;b&gt;slept&lt;/b&gt; badly")))
                .andExpect(content().string(containsString("Pat Example")));
    }

    @Test
    void aFormSentTwiceIsOneMessage() throws Exception {
        var clientId = UUID.randomUUID();

        send(conversation.patient(), clientId, "Once").andExpect(status().isSeeOther());
        send(conversation.patient(), clientId, "Once").andExpect(status().isSeeOther());

        assertThat(myThreads.unread(conversation.doctor())).isEqualTo(1);
    }

    @Test
    void anEmptyMessageComesBackWithASentence() throws Exception {
        send(conversation.patient(), UUID.randomUUID(), "  ")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Write something first.")));
    }

    @Test
    void lookingAtAConversationIsReadingIt() throws Exception {
        messaging.send(conversation.doctor(), conversation.thread(), "Hello");
        open(conversation.patient(), "/messages").andExpect(content().string(containsString("1 new message")));

        open(conversation.patient(), address()).andExpect(status().isOk());

        open(conversation.patient(), "/messages").andExpect(content().string(not(containsString("new message<"))));
    }

    @Test
    void aPatientBeginsWithADoctorWhoTreatsHim() throws Exception {
        open(conversation.patient(), "/messages/new").andExpect(content().string(containsString("Doc Example")));

        begin(conversation.patient(), conversation.doctor().clinician().value())
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(address()));
        begin(conversation.patient(), people.doctor().clinician().value())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("cannot write to this person")));
    }

    @Test
    void aDoctorBeginsWithAPatient() throws Exception {
        open(conversation.doctor(), "/messages/new").andExpect(content().string(containsString("Pat Example")));

        begin(conversation.doctor(), conversation.patient().patient().value()).andExpect(redirectedUrl(address()));
    }

    @Test
    @Requirement("IAM-10")
    void aConversationOfOthersDoesNotExist() throws Exception {
        var stranger = people.patient();

        open(stranger, address()).andExpect(status().isNotFound());
        send(stranger, UUID.randomUUID(), "Hello").andExpect(status().isNotFound());
        begin(people.doctor(), conversation.patient().patient().value()).andExpect(status().isNotFound());
    }

    private String address() {
        return "/messages/" + conversation.thread();
    }

    private ResultActions open(Actor actor, String path) throws Exception {
        return browser.perform(get(path).with(as(actor)).header("Accept", "text/html"));
    }

    private ResultActions begin(Actor actor, UUID partner) throws Exception {
        return browser.perform(post("/messages")
                .param("partner", partner.toString())
                .with(as(actor))
                .with(csrf())
                .header("Accept", "text/html"));
    }

    private ResultActions send(Actor actor, UUID clientId, String text) throws Exception {
        return browser.perform(post(address())
                .param("clientId", clientId.toString())
                .param("text", text)
                .with(as(actor))
                .with(csrf())
                .header("Accept", "text/html"));
    }
}
