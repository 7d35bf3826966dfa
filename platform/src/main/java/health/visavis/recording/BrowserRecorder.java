package health.visavis.recording;

import health.visavis.kernel.RecordingId;
import health.visavis.visit.EngineName;
import health.visavis.visit.Line;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The doctor's browser, for every call that nobody else records. There is nothing to tell it: its page hears live
/// where the recording stands, and hands in part by part ([StorePart]), which are taken only while everyone consents.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class BrowserRecorder implements CallRecorder {

    @Override
    public boolean records(EngineName engine) {
        return true;
    }

    @Override
    public void run(RecordingId recording, Line line) {}

    @Override
    public void pause(RecordingId recording) {}

    @Override
    public void stop(RecordingId recording) {}
}
