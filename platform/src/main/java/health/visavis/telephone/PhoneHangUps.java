package health.visavis.telephone;

import health.visavis.kernel.VisitId;
import health.visavis.telephone.store.PhoneCalls;
import health.visavis.visit.VisitTopics;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts down our receiver: over for us at once, and the carrier is told after the commit.
@Component
@Transactional
class PhoneHangUps {

    private final PhoneCalls calls;
    private final VisitTopics topics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PhoneHangUps(PhoneCalls calls, VisitTopics topics, ApplicationEventPublisher events, Clock clock) {
        this.calls = calls;
        this.topics = topics;
        this.events = events;
        this.clock = clock;
    }

    /// Where nothing rings there is nothing to hang up.
    void of(VisitId visit) {
        calls.lockedActive(visit).ifPresent(active -> {
            var ended = active.call().hangUp(clock.instant());
            calls.save(ended);
            events.publishEvent(new PhoneCallDropped(ended.id().value()));
            topics.changed(Telephone.NEWS, visit);
        });
    }
}
