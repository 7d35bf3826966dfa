package health.visavis.visit;

import static health.visavis.access.Action.GO_ON_BY_TELEPHONE;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.store.Encounters;

/// The clinician goes straight to the last rung: the other side has no screen, or nobody wants to wait for the rungs
/// between.
@UseCase
public class GoOnByTelephone {

    private final Access access;
    private final Encounters encounters;
    private final Ladder ladder;

    GoOnByTelephone(Access access, Encounters encounters, Ladder ladder) {
        this.access = access;
        this.encounters = encounters;
        this.ladder = ladder;
    }

    /// @return whether the call moved
    public boolean move(Actor actor, VisitId visit) {
        access.require(actor, GO_ON_BY_TELEPHONE.on(encounters.subject(visit)));
        return ladder.toTheTelephone(visit).isPresent();
    }
}
