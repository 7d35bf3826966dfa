package health.visavis.visit;

import health.visavis.kernel.Rounds;
import health.visavis.rounds.MakesRounds;
import health.visavis.visit.store.QualityLog;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Forgets, every hour, how lines were once the clinic has kept it long enough. Several instances may. What a call's
/// record says of its line stays with the record.
@Component
class QualityRounds implements MakesRounds {

    private static final Logger LOG = LoggerFactory.getLogger(QualityRounds.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final QualityLog log;
    private final QualitySettings settings;
    private final Clock clock;
    private final Rounds rounds;

    QualityRounds(QualityLog log, QualitySettings settings, Clock clock) {
        this.log = log;
        this.settings = settings;
        this.clock = clock;
        this.rounds = new Rounds("quality-retention", EVERY, this::make, QualityRounds::failed);
    }

    void make() {
        log.forgetMeasuredBefore(clock.instant().minus(settings.retention()));
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn(
                "Old line quality was not forgotten: {}", unavailable.getClass().getName());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
