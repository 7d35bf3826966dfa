package health.visavis.recording;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.PlatformTest;
import health.visavis.kernel.RecordingId;
import health.visavis.kernel.Sensitive;
import health.visavis.recording.RecordedVisit.Meeting;
import health.visavis.recording.RecordingSummary.State;
import health.visavis.recording.StorePart.PartDraft;
import health.visavis.recording.StorePart.PartOutcome;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// The browser does what its page hears, and keeps no part that was acknowledged.
@PlatformTest
@TestPropertySource(properties = "visavis.recording.allowed=true")
class BrowserRecorderContractModuleTest extends CallRecorderContract {

    @Autowired
    private WatchRecording watchRecording;

    @Autowired
    private StorePart storePart;

    @Override
    protected boolean records(Meeting meeting) {
        return watchRecording.now(meeting.doctor(), meeting.visit()).state() == State.RUNNING;
    }

    @Override
    protected void handsIn(Meeting meeting, RecordingId recording, String content) {
        var part = new PartDraft(recording, 0, 0, Sensitive.of(content.getBytes(StandardCharsets.UTF_8)));
        assertThat(storePart.store(meeting.doctor(), part)).isEqualTo(new PartOutcome.Stored());
    }

    @Override
    protected void handsInAgain(Meeting meeting, RecordingId recording, String content) {
        handsIn(meeting, recording, content);
    }

    @Override
    protected int left() {
        return 0;
    }

    @Override
    protected boolean isTheBrowser() {
        return true;
    }
}
