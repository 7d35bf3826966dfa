package health.visavis.visit;

import static health.visavis.access.Action.RETURN_TO_WAITING;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.store.Encounters;
import java.time.Clock;

/// The doctor puts the patient back into the waiting room: the seat is taken away, and with it every right to
/// the line.
@UseCase
public class ReturnToWaiting {

    private final Access access;
    private final Encounters encounters;
    private final Departures departures;
    private final VisitNews news;
    private final Clock clock;

    ReturnToWaiting(Access access, Encounters encounters, Departures departures, VisitNews news, Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.departures = departures;
        this.news = news;
        this.clock = clock;
    }

    /// @return whether the patient was in the visit
    public boolean putBack(Actor actor, VisitId visit) {
        access.require(actor, RETURN_TO_WAITING.on(encounters.subject(visit)));
        if (!(encounters.locked(visit) instanceof Encounter.InProgress inProgress)) {
            return false;
        }
        var arrived = inProgress.returnToWaiting(clock.instant());
        encounters.save(arrived);
        departures.everybody(visit, Seat.Part.PATIENT);
        news.changed(arrived);
        return true;
    }
}
