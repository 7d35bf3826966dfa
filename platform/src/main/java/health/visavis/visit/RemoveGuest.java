package health.visavis.visit;

import static health.visavis.access.Action.REMOVE_GUEST;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.links.LinkId;
import health.visavis.links.Links;
import health.visavis.visit.domain.Companion;
import health.visavis.visit.domain.CompanionId;
import health.visavis.visit.store.Companions;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Presences;
import java.time.Clock;
import java.util.UUID;

/// Takes an invitation back, or puts somebody out of the visit for good: the link opens nothing, the seat is gone, the
/// others close their connections. A patient may do so with those whom the patient has invited.
@UseCase
public class RemoveGuest {

    private final Access access;
    private final Encounters encounters;
    private final Companions companions;
    private final Links links;
    private final Presences presences;
    private final Departures departures;
    private final VisitNews news;
    private final Clock clock;

    RemoveGuest(
            Access access,
            Encounters encounters,
            Companions companions,
            Links links,
            Presences presences,
            Departures departures,
            VisitNews news,
            Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.companions = companions;
        this.links = links;
        this.presences = presences;
        this.departures = departures;
        this.news = news;
        this.clock = clock;
    }

    /// @return whether there was anybody to remove
    public boolean remove(Actor actor, VisitId visit, UUID guest) {
        access.require(actor, REMOVE_GUEST.on(encounters.subject(visit)));
        var encounter = encounters.locked(visit);
        var byPatient = encounter.plan().patient().equals(actor.patient());
        var found = companions
                .find(visit, new CompanionId(guest))
                .filter(companion -> !byPatient || companion.facts().invitedBy().equals(actor.person()));
        if (found.isEmpty() || !(found.get() instanceof Companion.Expected expected)) {
            return false;
        }
        var removed = expected.remove(clock.instant());
        companions.save(removed);
        links.withdraw(new LinkId(removed.facts().link()));
        presences.forget(visit, removed.id().person());
        departures.forGood(visit, removed.id().person());
        news.changed(removed);
        return true;
    }
}
