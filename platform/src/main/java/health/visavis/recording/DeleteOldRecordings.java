package health.visavis.recording;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.RecordingId;
import health.visavis.recording.store.Recordings;
import java.time.Clock;

/// Notes that a recording's content is deleted, on the trail too.
@UseCase
public class DeleteOldRecordings {

    private final Access access;
    private final Recordings recordings;
    private final Clock clock;

    DeleteOldRecordings(Access access, Recordings recordings, Clock clock) {
        this.access = access;
        this.recordings = recordings;
        this.clock = clock;
    }

    public void deleted(Actor actor, RecordingId recording) {
        access.require(actor, RecordingPermission.to(Action.DELETE_RECORDING, recording, recordings));
        recordings.deleted(recording, clock.instant());
    }
}
