package health.visavis.audit;

import health.visavis.audit.store.AuditLog;
import health.visavis.kernel.Rounds;
import health.visavis.rounds.MakesRounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what was written into the log, several times a second for as long as the application runs. Several instances
/// may; one has the turn. What fails is said once a minute.
class LogRounds implements MakesRounds {

    private static final Logger LOG = LoggerFactory.getLogger(LogRounds.class);

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Clock clock;
    private final LogTrouble trouble;
    private final Rounds rounds;
    private Instant quietUntil = Instant.MIN;

    LogRounds(LogRound round, LogSettings settings, LogTrouble trouble, Clock clock) {
        this.trouble = trouble;
        this.clock = clock;
        this.rounds = new Rounds("audit-log", settings.every(), round::make, this::failed);
    }

    private void failed(RuntimeException failure) {
        var now = clock.instant();
        if (now.isBefore(quietUntil)) {
            return;
        }
        quietUntil = now.plus(QUIET);
        switch (failure) {
            case LogDisagrees changed -> disagrees("signed", changed);
            case AuditLog.IncompleteLog changed -> disagrees("signed", changed);
            case CheckpointWitness.WitnessDisagrees changed -> disagrees("witnessed", changed);
            default ->
                LOG.warn(
                        "A round of the audit log failed with {}",
                        failure.getClass().getName());
        }
    }

    private void disagrees(String what, RuntimeException changed) {
        LOG.error("The audit log is not what was {}: {}. Run 'audit verify'.", what, changed.getMessage());
        try {
            trouble.disagrees();
        } catch (RuntimeException unavailable) {
            LOG.warn("Nobody could be told of it: {}", unavailable.getClass().getName());
        }
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
