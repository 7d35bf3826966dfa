package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.visavis.kernel.RecordingId;
import health.visavis.recording.RecordedVisit;
import health.visavis.recording.RecordedVisit.Meeting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// Playing what was recorded.
@ServerTest
class RecordingPagesModuleTest {

    @Autowired
    MockMvc browser;

    @Autowired
    RecordedVisit visits;

    @Autowired
    StoredRecordings recordings;

    private Meeting meeting;
    private RecordingId recording;

    @BeforeEach
    void aRecording() {
        meeting = visits.meeting();
        recording = recordings.of(meeting.visit(), meeting.patient(), meeting.doctor());
    }

    @Test
    void theDoctorFindsItOnAPageOfTheVisit() throws Exception {
        browser.perform(get("/visits/" + meeting.visit() + "/recordings")
                        .with(as(meeting.doctor()))
                        .header("Accept", "text/html"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/recordings/" + recording + "/segments/0")))
                .andExpect(content().string(containsString("Is deleted on")));
    }

    @Test
    void allOfItIsPlayed() throws Exception {
        play(null)
                .andExpect(status().isOk())
                .andExpect(content().contentType("video/webm"))
                .andExpect(content().string(StoredRecordings.CONTENT))
                .andExpect(header().string("Accept-Ranges", "bytes"))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().string("Content-Security-Policy", startsWith("sandbox;")));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=2-4, 206, 234, bytes 2-4/10",
        "bytes=7-, 206, 789, bytes 7-9/10",
        "bytes=-2, 206, 89, bytes 8-9/10",
        "bytes=0-99, 206, 0123456789, bytes 0-9/10",
        "bytes=10-, 416, '', bytes */10",
        "nonsense, 200, 0123456789,"
    })
    void aPartOfItIsPlayed(String range, int status, String content, String contentRange) throws Exception {
        play(range)
                .andExpect(status().is(status))
                .andExpect(content().string(content))
                .andExpect(
                        contentRange == null
                                ? header().doesNotExist("Content-Range")
                                : header().string("Content-Range", contentRange));
    }

    @Test
    void thePatientIsAskedAndAnswers() throws Exception {
        post("", "{\"wording\":1}", true).andExpect(status().isNoContent());
        browser.perform(get("/api/visits/" + meeting.visit() + "/recording").with(as(meeting.patient())))
                .andExpect(jsonPath("$.state").value("asking"))
                .andExpect(jsonPath("$.consented").value(false));

        post("/consent", "{\"given\":false,\"wording\":1}", false).andExpect(status().isNoContent());

        browser.perform(get("/api/visits/" + meeting.visit() + "/recording").with(as(meeting.patient())))
                .andExpect(jsonPath("$.state").value("stopped"))
                .andExpect(jsonPath("$.reason").value("refused"));
        post("/consent", "{\"given\":true,\"wording\":1}", false)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/recording-off"));
    }

    private ResultActions post(String what, String body, boolean doctor) throws Exception {
        return browser.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                        "/api/visits/" + meeting.visit() + "/recording" + what)
                .with(as(doctor ? meeting.doctor() : meeting.patient()))
                .with(csrf())
                .contentType("application/json")
                .content(body));
    }

    private ResultActions play(String range) throws Exception {
        var request = get("/recordings/" + recording + "/segments/0").with(as(meeting.doctor()));
        return browser.perform(range == null ? request : request.header("Range", range));
    }
}
