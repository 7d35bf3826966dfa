package health.visavis.insight;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.audit.TrailPruning;

/// Deletes what the trail no longer has to keep, and says on the trail up to where.
@UseCase
public class PruneTrail {

    private static final int AT_ONCE = 20_000;

    private final Access access;
    private final TrailPruning pruning;

    PruneTrail(Access access, TrailPruning pruning) {
        this.access = access;
        this.pruning = pruning;
    }

    /// @param size of the log, as [TrailPruning#due] says
    /// @return how many rows; what is left is for the next time
    public int prune(Actor actor, long size) {
        access.require(actor, Action.PRUNE_TRAIL.about(TrailPruning.subject(size)));
        return pruning.pruneWithoutPermissionCheck(size, AT_ONCE);
    }
}
