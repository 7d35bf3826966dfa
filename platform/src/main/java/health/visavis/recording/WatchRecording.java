package health.visavis.recording;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.recording.domain.Recording;
import health.visavis.recording.domain.Recording.Asked;
import health.visavis.recording.store.Recordings;
import health.visavis.visit.InTheCall;

/// Where the recording of a visit stands, for the page of somebody who takes part.
@UseCase
public class WatchRecording {

    private final Access access;
    private final InTheCall inTheCall;
    private final RecordedCall recordedCall;
    private final Recordings recordings;
    private final CallRecorders recorders;
    private final RecordingSettings settings;

    WatchRecording(
            Access access,
            InTheCall inTheCall,
            RecordedCall recordedCall,
            Recordings recordings,
            CallRecorders recorders,
            RecordingSettings settings) {
        this.access = access;
        this.inTheCall = inTheCall;
        this.recordedCall = recordedCall;
        this.recordings = recordings;
        this.recorders = recorders;
        this.settings = settings;
    }

    public RecordingSummary now(Actor actor, VisitId visit) {
        access.require(actor, Action.READ_VISIT.on(inTheCall.subject(visit)));
        recordedCall.open(visit);
        return recordings
                .latest(visit)
                .map(asked -> summary(actor, asked))
                .orElseGet(() -> new RecordingSummary(
                        RecordingSummary.of(settings.allowed() ? new Recording.Off() : new Recording.NotAllowed()),
                        null,
                        false,
                        recorders.isTheBrowsers(visit),
                        0,
                        null));
    }

    private RecordingSummary summary(Actor actor, Asked asked) {
        var id = asked.facts().id();
        return new RecordingSummary(
                RecordingSummary.of(asked),
                id,
                recordings.consents(id).given(actor.person()),
                recorders.isTheBrowsers(asked.facts().visit()),
                recordings.parts(id).size(),
                asked instanceof Recording.Stopped stopped ? stopped.reason() : null);
    }
}
