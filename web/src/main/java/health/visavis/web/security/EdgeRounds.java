package health.visavis.web.security;

import health.visavis.access.Passage;
import health.visavis.access.Passages;
import health.visavis.access.Passages.Traveller;
import health.visavis.kernel.Rounds;
import health.visavis.rounds.MakesRounds;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Puts what came past the edge on the trail, every few seconds and outside of the refused requests: a flood of them
/// takes no connection to the database.
@Component
class EdgeRounds implements MakesRounds {

    private static final Logger LOG = LoggerFactory.getLogger(EdgeRounds.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final String ISSUER = "edge";

    private final EdgeRefusals refusals;
    private final Passages passages;
    private final CurrentActor currentActor;
    private final Rounds rounds;

    EdgeRounds(EdgeRefusals refusals, Passages passages, CurrentActor currentActor, FrontDoorSettings settings) {
        this.refusals = refusals;
        this.passages = passages;
        this.currentActor = currentActor;
        this.rounds = new Rounds(
                "edge-refusals", settings.id() == null ? Duration.ZERO : EVERY, this::make, EdgeRounds::failed);
    }

    synchronized void make() {
        refusals.handOver(this::write);
    }

    private void write(EdgeRefusals.Row row) {
        var origin = currentActor.origin(row.where(), null);
        passages.refused(Traveller.unknown(ISSUER, row.where(), origin), Passage.COME_PAST_EDGE, row.reason());
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn(
                "What came past the edge did not get onto the trail: {}",
                unavailable.getClass().getName());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    @Override
    public void stop() {
        rounds.stop();
        writeAll();
    }

    private synchronized void writeAll() {
        try {
            refusals.handOverAll(this::write);
        } catch (RuntimeException unavailable) {
            failed(unavailable);
        }
    }
}
