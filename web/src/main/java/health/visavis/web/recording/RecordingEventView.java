package health.visavis.web.recording;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvent;
import health.visavis.recording.WatchRecording;
import health.visavis.web.live.LiveEventView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The recording of a visit moved, or somebody answered.
@Component
class RecordingEventView implements LiveEventView {

    private final WatchRecording watchRecording;

    RecordingEventView(WatchRecording watchRecording) {
        this.watchRecording = watchRecording;
    }

    @Override
    public String kind() {
        return "recording";
    }

    /// Whoever is in the call is asked, and sees that it is recorded.
    @Override
    public boolean forGuests() {
        return true;
    }

    @Override
    public @Nullable Object view(Actor viewer, LiveEvent event) {
        return RecordingJson.of(
                watchRecording.now(viewer, new VisitId(event.topic().id())));
    }
}
