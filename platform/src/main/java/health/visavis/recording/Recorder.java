package health.visavis.recording;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import health.visavis.recording.domain.Recording;
import health.visavis.recording.domain.Recording.Asked;
import health.visavis.recording.domain.Recording.StopReason;
import health.visavis.recording.store.Recordings;
import health.visavis.visit.InTheCall;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Moves a recording to where the answers of those present put it, and tells their pages, and its recorder after the
/// commit. In the caller's transaction, with the recording locked.
@Component
class Recorder {

    private final Recordings recordings;
    private final InTheCall inTheCall;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Recorder(
            Recordings recordings,
            InTheCall inTheCall,
            LiveEvents live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.recordings = recordings;
        this.inTheCall = inTheCall;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /// Starts, goes on or pauses, as far as everyone's answers allow.
    Asked follow(Asked recording) {
        var everyone = recordings
                .consents(recording.facts().id())
                .ofEveryone(inTheCall.people(recording.facts().visit()));
        return switch (recording) {
            case Recording.Asking asking ->
                moved(asking, everyone.map(consent -> asking.start(consent, clock.instant())));
            case Recording.Running running ->
                everyone.isPresent() ? running : moved(running, Optional.of(running.pause()));
            case Recording.Paused paused -> moved(paused, everyone.map(paused::resume));
            case Recording.Stopped stopped -> stopped;
        };
    }

    Asked stop(Asked recording, StopReason reason) {
        return recording instanceof Recording.Open open
                ? moved(open, Optional.of(open.stop(reason, clock.instant())))
                : recording;
    }

    /// Whether somebody's no ends what runs or what is only asked for.
    static StopReason reasonOfNo(Asked recording, boolean hadConsented) {
        return recording instanceof Recording.Asking && !hadConsented ? StopReason.REFUSED : StopReason.WITHDRAWN;
    }

    boolean isInTheCall(VisitId visit, PersonId person) {
        return inTheCall.people(visit).contains(person);
    }

    void tell(Asked recording) {
        var facts = recording.facts();
        live.publish(Topic.visit(facts.visit().value()), "recording", facts.id().value());
    }

    private Asked moved(Asked before, Optional<? extends Asked> after) {
        if (after.isEmpty()) {
            return before;
        }
        recordings.save(after.get());
        events.publishEvent(new RecordingMoved(after.get().facts().id().value()));
        tell(after.get());
        return after.get();
    }
}
