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
import java.time.Clock;

/// Somebody in the call says whether they may be recorded. A no, whenever it comes, ends the recording at once.
@UseCase
public class AnswerRecording {

    public enum AnswerOutcome {
        NOTED,
        /// Nothing is asked, or it is over already.
        NOTHING_ASKED,
        NOT_IN_THE_CALL
    }

    private final Access access;
    private final InTheCall inTheCall;
    private final RecordedCall recordedCall;
    private final Recordings recordings;
    private final Recorder recorder;
    private final Clock clock;

    AnswerRecording(
            Access access,
            InTheCall inTheCall,
            RecordedCall recordedCall,
            Recordings recordings,
            Recorder recorder,
            Clock clock) {
        this.access = access;
        this.inTheCall = inTheCall;
        this.recordedCall = recordedCall;
        this.recordings = recordings;
        this.recorder = recorder;
        this.clock = clock;
    }

    /// @param wording the version of the question that was answered
    public AnswerOutcome answer(Actor actor, VisitId visit, boolean consents, int wording) {
        access.require(actor, Action.ANSWER_RECORDING.on(inTheCall.subject(visit)));
        recordedCall.open(visit);
        var latest = recordings.lockedLatest(visit);
        if (latest.isEmpty() || !(latest.get() instanceof Recording.Open open)) {
            return AnswerOutcome.NOTHING_ASKED;
        }
        if (consents && !recorder.isInTheCall(visit, actor.person())) {
            return AnswerOutcome.NOT_IN_THE_CALL;
        }
        note(actor, open, consents, wording);
        return AnswerOutcome.NOTED;
    }

    private void note(Actor actor, Asked recording, boolean consents, int wording) {
        var id = recording.facts().id();
        var before = recordings.consents(id).given(actor.person());
        recordings.answered(id, actor.person(), consents, wording, clock.instant());
        if (consents) {
            recorder.tell(recorder.follow(recording));
        } else {
            recorder.stop(recording, Recorder.reasonOfNo(recording, before));
        }
    }
}
