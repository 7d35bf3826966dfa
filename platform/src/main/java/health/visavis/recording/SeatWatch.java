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

    private final RecordedCall recordedCall;
    private final Recordings recordings;
    private final Recorder recorder;

    SeatWatch(RecordedCall recordedCall, Recordings recordings, Recorder recorder) {
        this.recordedCall = recordedCall;
        this.recordings = recordings;
        this.recorder = recorder;
    }

    @Override
    public void peopleChanged(VisitId visit) {
        recordedCall.open(visit);
        recordings.lockedLatest(visit).ifPresent(recorder::follow);
    }

    @Override
    public void over(VisitId visit) {
        recordedCall.open(visit);
        recordings.lockedLatest(visit).ifPresent(open -> recorder.stop(open, StopReason.VISIT_OVER));
    }
}
