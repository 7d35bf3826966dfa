package health.visavis.visit;

import health.visavis.access.PatientRows;
import health.visavis.access.Unasked;
import health.visavis.kernel.Rounds;
import health.visavis.rounds.MakesRounds;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Presences;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Notices who has gone and tells the others. Every instance looks; each absence is found by one of them, also
/// when the instance that held the page has died.
@Component
class PresenceWatch implements MakesRounds {

    /// Long enough to load the page again, or to come back through another network.
    static final Duration GRACE = Duration.ofSeconds(12);

    private static final Logger LOG = LoggerFactory.getLogger(PresenceWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final Presences presences;
    private final Encounters encounters;
    private final PatientRows rows;
    private final VisitNews news;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Rounds rounds;

    PresenceWatch(
            Presences presences,
            Encounters encounters,
            PatientRows rows,
            VisitNews news,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.presences = presences;
        this.encounters = encounters;
        this.rows = rows;
        this.news = news;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.rounds = new Rounds("visit-presence", LOOK_EVERY, this::look, PresenceWatch::failed);
    }

    void look() {
        transaction.executeWithoutResult(open -> {
            rows.openEverybodyWithoutPermissionCheck(Unasked.PRESENCE_ROUND);
            presences.gone(clock.instant().minus(GRACE)).stream()
                    .distinct()
                    .flatMap(visit -> encounters.find(visit).stream())
                    .forEach(news::changed);
        });
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn("Nobody could be looked for: {}", unavailable.getClass().getName());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
