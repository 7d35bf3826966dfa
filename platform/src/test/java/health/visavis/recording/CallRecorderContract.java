package health.visavis.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.visavis.access.Actor;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.RecordingId;
import health.visavis.recording.RecordedVisit.Meeting;
import health.visavis.visit.JoinCall;
import health.visavis.visit.JoinCall.JoinOutcome.Joined;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What every recorder of calls does; each adapter's test extends it. The call is held on an engine that the recorder
/// records, and the test says what the recorder knows and when it hands in.
public abstract class CallRecorderContract {

    private static final int WORDING = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private RecordedVisit visits;

    @Autowired
    private JoinCall joinCall;

    @Autowired
    private AskToRecord askToRecord;

    @Autowired
    private AnswerRecording answerRecording;

    @Autowired
    private StopRecording stopRecording;

    @Autowired
    private WatchRecording watchRecording;

    @Autowired
    private PlayRecording playRecording;

    private Meeting meeting;

    /// Whether it keeps what is said in this visit at this moment.
    protected abstract boolean records(Meeting meeting);

    /// It hands in what it has recorded, and hears that it was taken.
    protected abstract void handsIn(Meeting meeting, RecordingId recording, String content) throws IOException;

    /// The same once more: the answer got lost.
    protected abstract void handsInAgain(Meeting meeting, RecordingId recording, String content) throws IOException;

    /// How many things that it has recorded are still with it.
    protected abstract int left();

    protected abstract boolean isTheBrowser();

    @BeforeEach
    void bothAreInACallThatThisRecorderRecords() {
        meeting = visits.meeting();
        joins(meeting.doctor());
        joins(meeting.patient());
    }

    @Test
    void nothingIsRecordedBeforeEverybodyHasConsented() {
        askToRecord.ask(meeting.doctor(), meeting.visit(), WORDING);
        assertThat(records(meeting)).isFalse();

        answer(true);

        awaitRecording(true);
    }

    @Test
    void aConsentThatIsTakenBackEndsItAtOnceAndForGood() {
        runs();

        answer(false);
        awaitRecording(false);

        visits.sits(meeting.patient(), meeting.visit());
        assertThat(records(meeting)).isFalse();
    }

    @Test
    void theDoctorAndTheEndOfTheVisitEndItToo() {
        runs();
        stopRecording.stop(meeting.doctor(), meeting.visit());
        awaitRecording(false);

        runs();
        visits.ends(meeting);
        awaitRecording(false);
    }

    @Test
    void aNewcomerPausesItUntilTheyLeave() {
        runs();
        var somebody = PersonId.next();

        visits.somebodyElseSitsDown(meeting, somebody);
        awaitRecording(false);

        visits.somebodyElseLeaves(meeting, somebody);
        awaitRecording(true);
    }

    @Test
    void whatWasRecordedIsPlayedByTheDoctorAndLeftNowhereElse() throws IOException {
        runs();
        stopRecording.stop(meeting.doctor(), meeting.visit());
        awaitRecording(false);

        handsIn(meeting, id(), "what was said");

        assertThat(played()).containsExactly("what was said");
        assertThat(left()).isZero();
    }

    @Test
    void whatIsHandedInTwiceIsKeptOnce() throws IOException {
        runs();
        stopRecording.stop(meeting.doctor(), meeting.visit());
        awaitRecording(false);

        handsIn(meeting, id(), "what was said");
        handsInAgain(meeting, id(), "what was said");

        assertThat(played()).containsExactly("what was said");
        assertThat(left()).isZero();
    }

    @Test
    void thePageIsToldWhoRecords() {
        assertThat(summary().byBrowser()).isEqualTo(isTheBrowser());
    }

    private void joins(Actor actor) {
        assertThat(joinCall.join(actor, meeting.visit())).isInstanceOf(Joined.class);
    }

    protected final void runs() {
        askToRecord.ask(meeting.doctor(), meeting.visit(), WORDING);
        answer(true);
        awaitRecording(true);
    }

    protected final void answer(boolean consents) {
        answerRecording.answer(meeting.patient(), meeting.visit(), consents, WORDING);
    }

    protected final void awaitRecording(boolean expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(records(meeting)).isEqualTo(expected));
    }

    private List<String> played() {
        return playRecording.list(meeting.doctor(), meeting.visit()).stream()
                .flatMap(kept -> kept.segments().stream().map(segment -> played(kept.id(), segment)))
                .toList();
    }

    private String played(RecordingId id, int segment) {
        var out = new ByteArrayOutputStream();
        var open = playRecording.open(meeting.doctor(), id, segment).orElseThrow();
        try {
            open.writeTo(out, 0, open.size());
        } catch (IOException inMemory) {
            throw new AssertionError(inMemory);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private RecordingSummary summary() {
        return watchRecording.now(meeting.doctor(), meeting.visit());
    }

    private RecordingId id() {
        return Objects.requireNonNull(summary().id());
    }
}
