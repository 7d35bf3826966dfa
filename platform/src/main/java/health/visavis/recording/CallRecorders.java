package health.visavis.recording;

import health.visavis.kernel.RecordingId;
import health.visavis.kernel.VisitId;
import health.visavis.recording.domain.Recording;
import health.visavis.recording.domain.Recording.Asked;
import health.visavis.visit.EngineName;
import health.visavis.visit.InTheCall;
import health.visavis.visit.Line;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells recorders where recordings stand: after the commit that moved one, and again by [RecorderRounds] for whatever
/// was lost on the way. Without a transaction, because a recorder may be far away.
@Component
class CallRecorders {

    private static final Logger LOG = LoggerFactory.getLogger(CallRecorders.class);

    /// A recording that moves more often than this while it is being told is left to the next round.
    private static final int AT_ONCE = 5;

    private final ObjectProvider<CallRecorder> recorders;
    private final RecorderView recordings;
    private final InTheCall inTheCall;

    CallRecorders(ObjectProvider<CallRecorder> recorders, RecorderView recordings, InTheCall inTheCall) {
        this.recorders = recorders;
        this.recordings = recordings;
        this.inTheCall = inTheCall;
    }

    /// Whether the doctor's browser records the call as it is held now; before there is one, it would.
    boolean isTheBrowsers(VisitId visit) {
        return inTheCall
                .engine(visit)
                .map(this::of)
                .map(BrowserRecorder.class::isInstance)
                .orElse(true);
    }

    @Async
    @TransactionalEventListener(id = "recording.tell-recorders")
    void on(RecordingMoved event) {
        tell(new RecordingId(event.recording()));
    }

    /// Until it has not moved meanwhile: what is told last is where it stands.
    void tell(RecordingId id) {
        for (var time = 0; time < AT_ONCE; time++) {
            var before = stand(id);
            tell(before);
            if (stand(id).equals(before)) {
                return;
            }
        }
        LOG.warn("Recording {} moved on while its recorders were told", id);
    }

    private Asked stand(RecordingId id) {
        return recordings.of(all -> all.find(id)).orElseThrow();
    }

    private void tell(Asked recording) {
        var id = recording.facts().id();
        switch (recording) {
            case Recording.Asking _ -> {}
            case Recording.Running running ->
                run(id, inTheCall.line(running.facts().visit()));
            case Recording.Paused _ -> recorders.orderedStream().forEach(recorder -> recorder.pause(id));
            case Recording.Stopped _ -> recorders.orderedStream().forEach(recorder -> recorder.stop(id));
        }
    }

    /// A call that went on to another engine is recorded there.
    private void run(RecordingId id, Optional<Line> line) {
        var chosen = line.map(Line::engine).map(this::of);
        recorders
                .orderedStream()
                .filter(recorder -> chosen.filter(recorder::equals).isEmpty())
                .forEach(recorder -> recorder.pause(id));
        chosen.ifPresent(recorder -> recorder.run(id, line.orElseThrow()));
    }

    private CallRecorder of(EngineName engine) {
        return recorders
                .orderedStream()
                .filter(recorder -> recorder.records(engine))
                .findFirst()
                .orElseThrow();
    }
}
