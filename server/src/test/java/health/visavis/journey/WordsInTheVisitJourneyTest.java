package health.visavis.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.WebSocketFrame;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who cannot hear, or cannot speak, takes part in the visit by text.
class WordsInTheVisitJourneyTest {

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    void whatIsTypedIsReadWhileItIsTypedAndKeptNowhere() {
        var meeting = Meeting.of(stage.patient(), stage.doctor());
        var patient = new Words(meeting.patient());
        var doctor = new Words(meeting.doctor());

        patient.opens();
        meeting.patient().findsThePageSound();
        patient.types("I cannot hear you. Please wriet");
        doctor.reads("I cannot hear you. Please wriet");
        assertThat(doctor.aloud()).containsText("types: I cannot hear you.");
        assertThat(doctor.aloud()).not().containsText("wriet");
        patient.erases(2);
        doctor.reads("I cannot hear you. Please wri");
        patient.types("te.");
        patient.finishesTheLine();
        doctor.reads("I cannot hear you. Please write.");
        assertThat(doctor.aloud()).containsText("types: Please write.");
        assertThat(doctor.lines()).hasCount(1);
        meeting.doctor().findsThePageSound();

        meeting.patient().page().reload();
        meeting.doctor().page().reload();
        meeting.bothSeeEachOther();
        doctor.readsNothing();
        meeting.visit().isEndedBy(meeting.doctor());
    }

    /// The live connection keeps a signal for as long as its seat is held, so nobody on the way may read it.
    @Test
    void whereTheEngineCarriesNoWordsTheyPassThroughTheServerUnreadable() {
        var patient = stage.patient();
        var doctor = stage.doctor();
        for (var person : List.of(patient, doctor)) {
            person.page().addInitScript(Words.NO_CHANNEL_FOR_WORDS);
        }
        var frames = framesOf(doctor);
        var meeting = Meeting.of(patient, doctor);

        new Words(patient).opens();
        new Words(patient).types("It hurts when I cough");
        new Words(doctor).reads("It hurts when I cough");

        assertThat(frames)
                .anySatisfy(frame -> assertThat(frame).contains("\"sealed\""))
                .noneSatisfy(frame -> assertThat(frame).contains("hurts"));
        meeting.visit().isEndedBy(meeting.doctor());
    }

    @Test
    void captionsAreWrittenByTheSpeakersOwnDeviceAndTheSpeakerMaySayNo() {
        var patient = stage.patient();
        var doctor = stage.doctor();
        doctor.page().addInitScript(Words.A_DEVICE_THAT_HEARS);
        var meeting = Meeting.of(patient, doctor);
        var reader = new Words(patient);

        reader.opens();
        reader.asksForCaptions();
        assertThat(reader.state()).containsText("writes down what");
        assertThat(new Words(doctor).whatIsWritten()).containsText("reads captions of what you say");
        doctor.findsThePageSound();
        hears(doctor, "take two", false);
        reader.reads("take two");
        hears(doctor, "Take two drops.", true);
        reader.reads("Take two drops.");
        assertThat(reader.lines()).hasCount(1);
        assertThat(reader.aloud()).containsText("says: Take two drops.");

        doctor.page().locator("button[data-do=captionsDecline]:visible").click();
        assertThat(reader.state()).containsText("does not want captions");
        assertThat(doctor.page().evaluate("window.heardOnTheDevice === undefined"))
                .isEqualTo(true);
        assertThat(doctor.page().evaluate("window.startsOfRecognition")).isEqualTo(List.of(true));
        meeting.visit().isEndedBy(meeting.doctor());
    }

    /// Chromium on this machine has no model of speech: what most browsers are like.
    @Test
    void whereTheDeviceCannotBothAreToldAndNothingIsRecognizedElsewhere() {
        var meeting = Meeting.of(stage.patient(), stage.doctor());
        var reader = new Words(meeting.patient());

        reader.opens();
        reader.asksForCaptions();

        assertThat(reader.state()).containsText("cannot turn speech into text on their own device");
        assertThat(new Words(meeting.doctor()).whatIsWritten()).containsText("Please type what matters");
        meeting.patient().findsThePageSound();
        meeting.visit().isEndedBy(meeting.doctor());
    }

    private static void hears(Person speaker, String words, boolean finished) {
        speaker.page()
                .evaluate("([words, finished]) => window.heardOnTheDevice(words, finished)", List.of(words, finished));
    }

    private static List<String> framesOf(Person person) {
        var frames = new CopyOnWriteArrayList<String>();
        person.page().onWebSocket(socket -> socket.onFrameReceived((WebSocketFrame frame) -> frames.add(frame.text())));
        return frames;
    }
}
