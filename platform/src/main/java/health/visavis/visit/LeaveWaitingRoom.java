package health.visavis.visit;

import static health.visavis.access.Action.LEAVE_WAITING_ROOM;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Presences;

/// The patient goes before being seen, and may come back. In any other state there is nothing to leave.
@UseCase
public class LeaveWaitingRoom {

    private final Access access;
    private final Encounters encounters;
    private final Presences presences;
    private final VisitNews news;

    LeaveWaitingRoom(Access access, Encounters encounters, Presences presences, VisitNews news) {
        this.access = access;
        this.encounters = encounters;
        this.presences = presences;
        this.news = news;
    }

    public void leave(Actor actor, VisitId visit) {
        access.require(actor, LEAVE_WAITING_ROOM.on(encounters.subject(visit)));
        if (encounters.locked(visit) instanceof Encounter.Arrived arrived) {
            var planned = arrived.leave();
            encounters.save(planned);
            presences.forget(visit, actor.person());
            news.changed(planned);
        }
    }
}
