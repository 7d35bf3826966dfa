package health.visavis.visit;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.store.Lines;
import health.visavis.visit.store.RelayPasses;
import health.visavis.visit.store.Seats;
import health.visavis.visit.store.Signals;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What happens when a seat is given up or taken away: it is empty, what was said by and to it is forgotten with the
/// passes made for it, and everybody hears of it.
@Component
class Departures {

    private final Seats seats;
    private final Signals signals;
    private final RelayPasses passes;
    private final Lines lines;
    private final VisitNews news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Departures(
            Seats seats,
            Signals signals,
            RelayPasses passes,
            Lines lines,
            VisitNews news,
            ApplicationEventPublisher events,
            Clock clock) {
        this.seats = seats;
        this.signals = signals;
        this.passes = passes;
        this.lines = lines;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    void of(Seat seat) {
        seats.leave(seat, clock.instant());
        signals.forget(seat.visit(), seat.id());
        passes.forget(seat.id());
        news.changed(seat);
    }

    /// Whoever plays this part is put out: they may not stay on the line either, nor come back to it with what they
    /// hold.
    void everybody(VisitId visit, Seat.Part part) {
        seats.held(visit).stream().filter(seat -> seat.part() == part).forEach(this::of);
        if (lines.dismiss(visit, part, clock.instant())) {
            events.publishEvent(new GuestDismissed(visit));
        }
    }

    /// The same for one person.
    void forGood(VisitId visit, PersonId person) {
        seats.held(visit, person).ifPresent(this::of);
        seats.of(visit, person)
                .filter(seat -> lines.dismiss(visit, seat.id(), clock.instant()))
                .ifPresent(seat -> events.publishEvent(new GuestDismissed(visit)));
    }

    void everybody(VisitId visit) {
        for (var part : Seat.Part.values()) {
            everybody(visit, part);
        }
    }
}
