package health.visavis.recording;

import health.visavis.kernel.VisitId;
import health.visavis.recording.domain.Recording.StopReason;
import health.visavis.recording.store.Recordings;
import health.visavis.visit.CallWatch;
import org.springframework.stereotype.Component;

/// Pauses a recording in the transaction in which somebody sits down who has not consented, lets it go on when they
/// leave, and ends it with the visit.
@Component
class SeatWatch implements CallWatch {

    private final Recordings recordings;
    private final Recorder recorder;

    SeatWatch(Recordings recordings, Recorder recorder) {
        this.recordings = recordings;
        this.recorder = recorder;
    }

    @Override
    public void peopleChanged(VisitId visit) {
        recordings.lockedLatest(visit).ifPresent(recorder::follow);
    }

    @Override
    public void over(VisitId visit) {
        recordings.lockedLatest(visit).ifPresent(open -> recorder.stop(open, StopReason.VISIT_OVER));
    }
}
