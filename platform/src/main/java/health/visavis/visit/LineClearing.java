package health.visavis.visit;

import health.visavis.kernel.VisitId;
import health.visavis.visit.store.Lines;
import java.time.Clock;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Takes back at the engines what we have taken back already: guests who were dismissed, lines that are over.
/// Without a transaction, because an engine may be far away; an engine that fails is asked again with the event.
@Component
class LineClearing {

    private final CallEngines engines;
    private final Lines lines;
    private final Clock clock;

    LineClearing(CallEngines engines, Lines lines, Clock clock) {
        this.engines = engines;
        this.lines = lines;
        this.clock = clock;
    }

    @Async
    @TransactionalEventListener(id = "visit.remove-guests")
    void on(GuestDismissed event) {
        removeGuests(event.visit());
    }

    @Async
    @TransactionalEventListener(id = "visit.close-lines")
    void on(CallEnded event) {
        removeGuests(event.visit());
        for (var open : lines.open(event.visit())) {
            engines.named(new EngineName(open.engine())).close(line(open.visit(), open.engine(), open.line()));
            lines.closed(open, clock.instant());
        }
    }

    private void removeGuests(VisitId visit) {
        for (var guest : lines.dismissed(visit)) {
            engines.named(new EngineName(guest.engine()))
                    .remove(line(visit, guest.engine(), guest.line()), new Guest(guest.seat(), guest.guest()));
            lines.removed(guest, clock.instant());
        }
    }

    private static Line line(VisitId visit, String engine, String reference) {
        return new Line(visit, new EngineName(engine), reference);
    }
}
