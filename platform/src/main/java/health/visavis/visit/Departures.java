package health.visavis.visit;

import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.store.Seats;
import health.visavis.visit.store.Signals;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// What happens when a seat is given up or taken away: it is empty, what was said by and to it is forgotten, and
/// everybody hears of it.
@Component
class Departures {

    private final Seats seats;
    private final Signals signals;
    private final VisitNews news;
    private final Clock clock;

    Departures(Seats seats, Signals signals, VisitNews news, Clock clock) {
        this.seats = seats;
        this.signals = signals;
        this.news = news;
        this.clock = clock;
    }

    void of(Seat seat) {
        seats.leave(seat, clock.instant());
        signals.forget(seat.visit(), seat.id());
        news.changed(seat);
    }

    void everybody(VisitId visit, Seat.Part part) {
        seats.held(visit).stream().filter(seat -> seat.part() == part).forEach(this::of);
    }

    void everybody(VisitId visit) {
        seats.held(visit).forEach(this::of);
    }
}
