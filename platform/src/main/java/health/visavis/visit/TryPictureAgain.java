package health.visavis.visit;

import static health.visavis.access.Action.TRY_PICTURE_AGAIN;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.store.Encounters;

/// Somebody wants to go back to the top of the ladder: what failed may work again.
@UseCase
public class TryPictureAgain {

    private final Access access;
    private final Encounters encounters;
    private final Ladder ladder;

    TryPictureAgain(Access access, Encounters encounters, Ladder ladder) {
        this.access = access;
        this.encounters = encounters;
        this.ladder = ladder;
    }

    /// @return whether the call moved
    public boolean tryAgain(Actor actor, VisitId visit) {
        access.require(actor, TRY_PICTURE_AGAIN.on(encounters.subject(visit)));
        return ladder.toTheTop(visit).isPresent();
    }
}
