package health.visavis.recording;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.recording.domain.Recording.StopReason;
import health.visavis.recording.store.Recordings;
import health.visavis.visit.InTheCall;

/// The doctor stops the recording, or takes the question back.
@UseCase
public class StopRecording {

    private final Access access;
    private final InTheCall inTheCall;
    private final Recordings recordings;
    private final Recorder recorder;

    StopRecording(Access access, InTheCall inTheCall, Recordings recordings, Recorder recorder) {
        this.access = access;
        this.inTheCall = inTheCall;
        this.recordings = recordings;
        this.recorder = recorder;
    }

    /// One that is over already stays as it is.
    public void stop(Actor actor, VisitId visit) {
        access.require(actor, Action.RECORD_VISIT.on(inTheCall.subject(visit)));
        recordings.lockedLatest(visit).ifPresent(open -> recorder.stop(open, StopReason.BY_CLINICIAN));
    }
}
