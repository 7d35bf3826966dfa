package health.visavis.visit;

import health.visavis.kernel.Rounds;
import health.visavis.rounds.MakesRounds;
import health.visavis.visit.store.RelayPasses;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Forgets passes for relays that have ended by themselves, of people who just stayed away. No server is shown them
/// meanwhile. Several instances may.
@Component
class RelayRounds implements MakesRounds {

    private static final Logger LOG = LoggerFactory.getLogger(RelayRounds.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final RelayPasses passes;
    private final Clock clock;
    private final Rounds rounds;

    RelayRounds(RelayPasses passes, Clock clock) {
        this.passes = passes;
        this.clock = clock;
        this.rounds = new Rounds("relay-passes", EVERY, this::make, RelayRounds::failed);
    }

    void make() {
        passes.forgetOver(clock.instant());
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn(
                "Passes for relays were not forgotten: {}",
                unavailable.getClass().getName());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
