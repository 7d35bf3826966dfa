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
    private final Rounds rounds;
    private Instant quietUntil = Instant.MIN;

    LogRounds(LogRound round, LogSettings settings, Clock clock) {
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
            case LogDisagrees changed ->
                LOG.error("The audit log is not what was signed: {}. Run 'audit verify'.", changed.getMessage());
            case AuditLog.IncompleteLog changed ->
                LOG.error("The audit log is not what was signed: {}. Run 'audit verify'.", changed.getMessage());
            case CheckpointWitness.WitnessDisagrees changed ->
                LOG.error("The audit log is not what was witnessed: {}. Run 'audit verify'.", changed.getMessage());
            default ->
                LOG.warn(
                        "A round of the audit log failed with {}",
                        failure.getClass().getName());
        }
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
