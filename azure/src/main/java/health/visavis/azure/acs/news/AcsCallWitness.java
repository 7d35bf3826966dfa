package health.visavis.azure.acs.news;

import health.visavis.azure.acs.store.AcsCallsSeen;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.kernel.VisitId;
import health.visavis.visit.CallNews;
import health.visavis.visit.CallSeen;
import health.visavis.visit.CallWitness;
import health.visavis.visit.EngineName;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The vendor saw the calls of its rooms with its own eyes, and tells of them in its news.
@Component
@Order(1)
public class AcsCallWitness implements CallWitness {

    private final AcsCallsSeen seen;
    private final ApplicationEventPublisher events;

    AcsCallWitness(AcsCallsSeen seen, ApplicationEventPublisher events) {
        this.seen = seen;
        this.events = events;
    }

    @Override
    public boolean watches(EngineName engine) {
        return seen.hasRooms(engine.value());
    }

    @Override
    public Optional<CallSeen> of(VisitId visit, int rung) {
        return seen.of(visit, rung);
    }

    /// Passes on that the vendor has told more of one of our calls.
    @Transactional
    public void told(AcsNews news) {
        var room = switch (news) {
            case AcsNews.CallBegan began -> began.room();
            case AcsNews.CallOver over -> over.room();
            case AcsNews.Came came -> came.room();
            case AcsNews.Left left -> left.room();
            default -> "";
        };
        if (!room.isEmpty()) {
            seen.visitIn(room).ifPresent(visit -> events.publishEvent(new CallNews(TimeOrderedId.next(), visit)));
        }
    }
}
