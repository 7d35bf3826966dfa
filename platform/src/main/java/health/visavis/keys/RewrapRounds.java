package health.visavis.keys;

import health.visavis.kernel.Rounds;
import health.visavis.rounds.MakesRounds;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Looks every half minute whether a data key is wrapped by an earlier version, whoever has made the current one: we,
/// or the vault by a policy of its own.
@Component
class RewrapRounds implements MakesRounds {

    /// A new version is seen on the way, and other rounds of the instance are not kept waiting.
    static final int AT_ONCE = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(RewrapRounds.class);

    private final Rounds rounds;

    RewrapRounds(Rewrapping rewrapping, @Value("${visavis.keys.rewrap-every:PT30S}") Duration every) {
        this.rounds = new Rounds("rewrap", every, () -> rewrapping.round(AT_ONCE), RewrapRounds::failed);
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn("Data keys wait to be wrapped anew: {}", unavailable.getClass().getName());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
