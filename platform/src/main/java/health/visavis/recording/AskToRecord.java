package health.visavis.recording;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.RecordingId;
import health.visavis.kernel.VisitId;
import health.visavis.recording.domain.Recording;
import health.visavis.recording.store.Recordings;
import health.visavis.visit.InTheCall;
import java.time.Clock;

/// The doctor of a visit asks everybody in the call whether it may be recorded. Asking is the doctor's own consent;
/// nothing is stored before the others have given theirs.
@UseCase
public class AskToRecord {

    public enum AskOutcome {
        ASKED,
        NOT_ALLOWED,
        /// Asked for already, or running.
        OPEN_ALREADY,
        /// Only from inside the call.
        NOT_IN_THE_CALL
    }

    private final Access access;
    private final InTheCall inTheCall;
    private final Recordings recordings;
    private final Recorder recorder;
    private final RecordingSettings settings;
    private final Clock clock;

    AskToRecord(
            Access access,
            InTheCall inTheCall,
            Recordings recordings,
            Recorder recorder,
            RecordingSettings settings,
            Clock clock) {
        this.access = access;
        this.inTheCall = inTheCall;
        this.recordings = recordings;
        this.recorder = recorder;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param wording the version of the question that the doctor's page shows
    public AskOutcome ask(Actor actor, VisitId visit, int wording) {
        access.require(actor, Action.RECORD_VISIT.on(inTheCall.subject(visit)));
        if (!settings.allowed()) {
            return AskOutcome.NOT_ALLOWED;
        }
        if (!recorder.isInTheCall(visit, actor.person())) {
            return AskOutcome.NOT_IN_THE_CALL;
        }
        inTheCall.lock(visit);
        if (recordings.latest(visit).filter(Recording.Open.class::isInstance).isPresent()) {
            return AskOutcome.OPEN_ALREADY;
        }
        var subject = inTheCall.subject(visit);
        var asking = new Recording.Off()
                .ask(new Recording.Facts(
                        RecordingId.next(),
                        visit,
                        java.util.Objects.requireNonNull(subject.patient()),
                        java.util.Objects.requireNonNull(subject.clinician()),
                        clock.instant()));
        recordings.add(asking);
        recordings.answered(asking.facts().id(), actor.person(), true, wording, clock.instant());
        recorder.tell(asking);
        recorder.follow(asking);
        return AskOutcome.ASKED;
    }
}
