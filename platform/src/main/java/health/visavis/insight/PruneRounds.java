package health.visavis.insight;

import health.visavis.access.Actor;
import health.visavis.audit.TrailPruning;
import health.visavis.kernel.Rounds;
import health.visavis.rounds.MakesRounds;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Looks once a day whether something on the trail is older than has to be kept; until then it does nothing. Several
/// instances may: what is deleted already is not found again.
@Component
class PruneRounds implements MakesRounds {

    private static final Actor SELF = Actor.system("audit pruning");
    private static final Logger LOG = LoggerFactory.getLogger(PruneRounds.class);

    private final TrailPruning pruning;
    private final PruneTrail pruneTrail;
    private final Rounds rounds;

    /// @param every zero: nothing is ever deleted, as while a court wants everything kept
    PruneRounds(
            TrailPruning pruning, PruneTrail pruneTrail, @Value("${visavis.audit.prune-every:P1D}") Duration every) {
        this.pruning = pruning;
        this.pruneTrail = pruneTrail;
        this.rounds = new Rounds("audit-pruning", every, this::make, PruneRounds::failed);
    }

    void make() {
        for (var due = pruning.due(); due.isPresent() && !Thread.currentThread().isInterrupted(); due = pruning.due()) {
            var gone = pruneTrail.prune(SELF, due.get());
            LOG.info("{} rows of the audit trail were older than six calendar years and are deleted", gone);
            if (gone == 0) {
                return;
            }
        }
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn(
                "Old rows of the audit trail were not deleted: {}",
                unavailable.getClass().getName());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
