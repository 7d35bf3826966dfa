package health.visavis.azure.acs;

import health.visavis.kernel.Rounds;
import health.visavis.rounds.MakesRounds;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks every few minutes for rooms that nobody closed and for users that nobody deleted: an instance may die
/// between two requests, and the vendor may have been away when it was asked to forget.
///
/// Several instances may sweep at once; to delete what is deleted already is quiet.
final class OrphanSweep implements MakesRounds {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);

    private final List<AcsCallEngine> engines;
    private final Rounds rounds;

    OrphanSweep(List<AcsCallEngine> engines, Duration every) {
        this.engines = List.copyOf(engines);
        this.rounds = new Rounds("acs-orphan-sweep", every, this::sweep, OrphanSweep::failed);
    }

    void sweep() {
        for (var engine : engines) {
            try {
                var swept = engine.sweep();
                if (swept.cleared() > 0) {
                    LOG.info("Cleared {} things away that were left at the engine {}", swept.cleared(), engine.name());
                }
                if (swept.left() > 0) {
                    LOG.warn("{} things could not be cleared away at the engine {}", swept.left(), engine.name());
                }
            } catch (RuntimeException unavailable) {
                LOG.warn(
                        "Nothing could be cleared away at the engine {}: {}",
                        engine.name(),
                        unavailable.getClass().getSimpleName());
            }
        }
    }

    private static void failed(RuntimeException unexpected) {
        LOG.warn("A sweep failed with {}", unexpected.getClass().getName());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
