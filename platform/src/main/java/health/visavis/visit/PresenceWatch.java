package health.visavis.visit;

import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Presences;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Notices who has gone and tells the others. Every instance looks; each absence is found by one of them, also
/// when the instance that held the page has died.
@Component
class PresenceWatch implements SmartLifecycle {

    /// Long enough to load the page again, or to come back through another network.
    static final Duration GRACE = Duration.ofSeconds(12);

    private static final Logger LOG = LoggerFactory.getLogger(PresenceWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final Presences presences;
    private final Encounters encounters;
    private final VisitNews news;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable Thread thread;

    PresenceWatch(
            Presences presences,
            Encounters encounters,
            VisitNews news,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.presences = presences;
        this.encounters = encounters;
        this.news = news;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void look() {
        transaction.executeWithoutResult(open -> presences.gone(clock.instant().minus(GRACE)).stream()
                .distinct()
                .flatMap(visit -> encounters.find(visit).stream())
                .forEach(news::changed));
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            var watching = Thread.ofVirtual().name("visit-presence").unstarted(this::watch);
            thread = watching;
            watching.start();
        }
    }

    private void watch() {
        while (thread == Thread.currentThread()) {
            try {
                Thread.sleep(LOOK_EVERY);
                look();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException unavailable) {
                LOG.warn(
                        "Nobody could be looked for: {}", unavailable.getClass().getName());
            }
        }
    }

    @Override
    public synchronized void stop() {
        var watching = thread;
        thread = null;
        if (watching != null) {
            watching.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
