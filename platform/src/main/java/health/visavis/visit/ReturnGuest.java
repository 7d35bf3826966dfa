package health.visavis.visit;

import static health.visavis.access.Action.PUT_GUEST_BACK;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Companion;
import health.visavis.visit.domain.CompanionId;
import health.visavis.visit.store.Companions;
import health.visavis.visit.store.Encounters;
import java.time.Clock;
import java.util.UUID;

/// Puts a guest back into the waiting room: the seat is taken away, and with it every right to the line.
@UseCase
public class ReturnGuest {

    private final Access access;
    private final Encounters encounters;
    private final Companions companions;
    private final Departures departures;
    private final VisitNews news;
    private final Clock clock;

    ReturnGuest(
            Access access,
            Encounters encounters,
            Companions companions,
            Departures departures,
            VisitNews news,
            Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.companions = companions;
        this.departures = departures;
        this.news = news;
        this.clock = clock;
    }

    /// @return whether the guest was in the visit
    public boolean putBack(Actor actor, VisitId visit, UUID guest) {
        access.require(actor, PUT_GUEST_BACK.on(encounters.subject(visit)));
        encounters.locked(visit);
        if (!(companions.find(visit, new CompanionId(guest)).orElse(null) instanceof Companion.Admitted admitted)) {
            return false;
        }
        var waiting = admitted.putBack(clock.instant());
        companions.save(waiting);
        departures.forGood(visit, waiting.id().person());
        news.changed(waiting);
        return true;
    }
}
