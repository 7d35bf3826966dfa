package health.visavis.visit;

import static health.visavis.access.Action.LEAVE_SEAT;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Seats;

/// Hangs up. A page that was replaced leaves nothing: the seat is at a newer epoch.
@UseCase
public class LeaveSeat {

    private final Access access;
    private final Encounters encounters;
    private final Seats seats;
    private final Departures departures;

    LeaveSeat(Access access, Encounters encounters, Seats seats, Departures departures) {
        this.access = access;
        this.encounters = encounters;
        this.seats = seats;
        this.departures = departures;
    }

    public void leave(Actor actor, VisitId visit, int epoch) {
        access.require(actor, LEAVE_SEAT.on(encounters.subject(visit)));
        seats.held(visit, actor.person()).filter(seat -> seat.isCurrent(epoch)).ifPresent(departures::of);
    }
}
