package health.visavis.visit;

import static health.visavis.access.Action.READ_VISIT;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.store.Calls;
import health.visavis.visit.store.Encounters;

/// One visit, for those who take part and their team.
@UseCase
public class ReadVisit {

    private final Access access;
    private final Encounters encounters;
    private final Calls calls;

    ReadVisit(Access access, Encounters encounters, Calls calls) {
        this.access = access;
        this.encounters = encounters;
        this.calls = calls;
    }

    public VisitSummary read(Actor actor, VisitId visit) {
        access.require(actor, READ_VISIT.on(encounters.subject(visit)));
        return VisitSummary.of(encounters.find(visit).orElseThrow(), calls.of(visit));
    }
}
