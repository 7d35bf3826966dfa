package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.visavis.access.Actor;
import health.visavis.files.Photos;
import health.visavis.messaging.MessagingFixtures;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// Files in conversations, with and without script.
@ServerTest
class SentFilesModuleTest {

    private static final String SANDBOX = "sandbox; default-src 'none';";

    @Autowired
    MockMvc browser;

    @Autowired
    MessagingFixtures messaging;

    @Autowired
    SentPictures pictures;

    private MessagingFixtures.Conversation conversation;

    @BeforeEach
    void aConversation() {
        conversation = messaging.conversation();
    }

    @Test
    void aPhotoSentWithoutScriptIsOnTheOthersPage() throws Exception {
        upload(address(), Photos.jpegFromCamera(300, 200, 6))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(address()));

        open(conversation.doctor(), address())
                .andExpect(content().string(containsString("alt=\"arm.jpg\" width=\"192\" height=\"288\"")))
                .andExpect(content().string(containsString("/previews/")));
    }

    @Test
    void aRefusedFileComesBackWithASentence() throws Exception {
        upload(address(), "%PDF-1.7".getBytes(StandardCharsets.US_ASCII))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("takes no PDF. Send a photo of the page")));
    }

    @Test
    void aScriptIsAnsweredWhenTheFileIsStored() throws Exception {
        upload("/api" + address() + "/files", Photos.png(30, 20))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.seq").value(1));
        upload("/api" + address() + "/files", new byte[] {0, 1, 2})
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.type").value("/problems/file-refused"))
                .andExpect(jsonPath("$.reason").value("unknown-kind"));
    }

    @Test
    void aFileIsHandedOverIsolatedAndNeverKept() throws Exception {
        var message = pictures.sentBy(conversation.patient(), conversation.thread());

        open(conversation.doctor(), address() + "/files/" + message)
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/jpeg"))
                .andExpect(header().string("Content-Disposition", startsWith("attachment;")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", startsWith(SANDBOX)))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
        open(conversation.doctor(), address() + "/pictures/" + message)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", "inline"))
                .andExpect(header().string("Content-Security-Policy", startsWith(SANDBOX)));
    }

    @Test
    void whatIsNoPictureIsNeverShown() throws Exception {
        upload("/api" + address() + "/files", "Hello".getBytes(StandardCharsets.UTF_8));
        var message = messaging.newest(conversation.patient(), conversation.thread());

        open(conversation.doctor(), address() + "/files/" + message)
                .andExpect(content().contentType("text/plain;charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", startsWith("attachment;")));
        open(conversation.doctor(), address() + "/pictures/" + message).andExpect(status().isNotFound());
        open(conversation.doctor(), address() + "/previews/" + message).andExpect(status().isNotFound());
    }

    @Test
    void nothingOfAStrangersUploadIsRead() throws Exception {
        browser.perform(multipart(address())
                        .file(new MockMultipartFile("file", "arm.jpg", "image/jpeg", Photos.jpeg(30, 20)))
                        .with(csrf())
                        .header("Accept", "text/html"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void anUploadThatIsTooLargeIsAnsweredBeforeItIsRead() throws Exception {
        browser.perform(multipart(address())
                        .file(new MockMultipartFile("file", new byte[1]))
                        .with(as(conversation.patient()))
                        .with(request -> {
                            request.setContent(new byte[(20 << 20) + (65 << 10)]);
                            return request;
                        })
                        .header("Accept", "text/html"))
                .andExpect(status().isContentTooLarge());
    }

    private String address() {
        return "/messages/" + conversation.thread();
    }

    private ResultActions open(Actor actor, String path) throws Exception {
        return browser.perform(get(path).with(as(actor)).header("Accept", "text/html"));
    }

    private ResultActions upload(String path, byte[] content) throws Exception {
        return browser.perform(multipart(path)
                .file(new MockMultipartFile("file", "arm.jpg", "image/jpeg", content))
                .param("clientId", UUID.randomUUID().toString())
                .with(as(conversation.patient()))
                .with(csrf())
                .header("Accept", path.startsWith("/api") ? "application/json" : "text/html"));
    }
}
