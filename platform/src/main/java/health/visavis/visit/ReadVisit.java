package health.visavis.visit;

import static health.visavis.access.Action.READ_VISIT;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.store.Calls;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Presences;
import java.util.List;

/// One visit, for those who take part and their team.
@UseCase
public class ReadVisit {

    private final Access access;
    private final Encounters encounters;
    private final Calls calls;
    private final Presences presences;

    ReadVisit(Access access, Encounters encounters, Calls calls, Presences presences) {
        this.access = access;
        this.encounters = encounters;
        this.calls = calls;
        this.presences = presences;
    }

    public VisitSummary read(Actor actor, VisitId visit) {
        access.require(actor, READ_VISIT.on(encounters.subject(visit)));
        return VisitSummary.of(
                encounters.find(visit).orElseThrow(), calls.of(visit), presences.awaySince(visit, Seat.Part.PATIENT));
    }

    /// The rungs on which the call stood, in their order; none before it was opened.
    public List<RungSummary> ladder(Actor actor, VisitId visit) {
        access.require(actor, READ_VISIT.on(encounters.subject(visit)));
        return calls.rungs(visit).stream().map(RungSummary::of).toList();
    }
}
