package health.visavis.alarm;

import health.visavis.alarm.store.AlarmTable;
import health.visavis.audit.Finding;
import health.visavis.audit.TrailVerification;
import health.visavis.kernel.Rounds;
import health.visavis.rounds.MakesRounds;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Holds the whole trail against its log once a day. Several instances may look whether it is time; one begins. If that
/// one dies on the way, the next verification comes a day later.
@Component
class VerificationRound implements MakesRounds {

    private static final String NAME = "verification";
    private static final Duration LOOK = Duration.ofMinutes(10);
    private static final int SAID = 20;
    private static final Logger LOG = LoggerFactory.getLogger(VerificationRound.class);

    private final TrailVerification verification;
    private final Alarms alarms;
    private final AlarmTable table;
    private final AlarmSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Rounds rounds;

    VerificationRound(
            TrailVerification verification,
            Alarms alarms,
            AlarmTable table,
            AlarmSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.verification = verification;
        this.alarms = alarms;
        this.table = table;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        this.rounds = new Rounds(
                "audit-verification",
                settings.verifyEvery().isPositive() ? LOOK : Duration.ZERO,
                this::make,
                VerificationRound::failed);
    }

    void make() {
        if (Boolean.TRUE.equals(transaction.execute(open -> begin()))) {
            verify();
        }
    }

    private boolean begin() {
        var now = clock.instant();
        var due = table.takeTurn(NAME)
                .filter(last -> !now.isBefore(last.plus(settings.verifyEvery())))
                .isPresent();
        if (due) {
            table.looked(NAME, now);
        }
        return due;
    }

    private void verify() {
        var report = verification.verify();
        if (report.isClean()) {
            LOG.info("The audit trail is as it was written: {} rows", report.rows());
            return;
        }
        report.findings().stream().limit(SAID).map(Finding::sentence).forEach(LOG::error);
        alarms.raise(new Alarm(
                AlarmKind.AUDIT_VERIFICATION_FAILURE,
                new AlarmSubject.Trail(),
                clock.instant(),
                report.findings().size()));
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn("The audit trail was not verified: {}", unavailable.getClass().getName());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
