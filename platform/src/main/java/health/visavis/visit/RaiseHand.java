package health.visavis.visit;

import static health.visavis.access.Action.LOWER_HAND;
import static health.visavis.access.Action.RAISE_HAND;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.SeatId;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Seats;
import java.time.Clock;
import java.util.UUID;

/// Says without a word that somebody wants to speak. Kept with the seat, so that everybody sees the same order, also
/// who comes later and whatever carries the call; a hand goes down with its seat.
@UseCase
public class RaiseHand {

    private final Access access;
    private final Encounters encounters;
    private final Seats seats;
    private final VisitNews news;
    private final Clock clock;

    RaiseHand(Access access, Encounters encounters, Seats seats, VisitNews news, Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.seats = seats;
        this.news = news;
        this.clock = clock;
    }

    /// Their own. Raising a raised hand keeps its turn.
    public void raise(Actor actor, VisitId visit, boolean raised) {
        access.require(actor, RAISE_HAND.on(encounters.subject(visit)));
        seats.held(visit, actor.person()).ifPresent(seat -> {
            if (seats.hand(seat.id(), raised ? clock.instant() : null)) {
                news.changed(seat);
            }
        });
    }

    /// Somebody else's: they have had their turn.
    public void lower(Actor actor, VisitId visit, UUID seat) {
        access.require(actor, LOWER_HAND.on(encounters.subject(visit)));
        seats.held(new SeatId(seat))
                .filter(held -> held.visit().equals(visit))
                .filter(held -> seats.hand(held.id(), null))
                .ifPresent(news::changed);
    }
}
