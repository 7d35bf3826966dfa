package health.visavis.live;

import health.visavis.live.store.LiveEventLog;
import health.visavis.live.store.LiveNotifications;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Holds this instance's one LISTEN connection and passes on what the other instances announce. After every new
/// connection everybody catches up from the table, so an interrupted one loses nothing. A process without open
/// pages sets `visavis.live.listen=false`.
@Component
@ConditionalOnProperty(name = "visavis.live.listen", matchIfMissing = true)
class LiveListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveListener.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration PRUNE_EVERY = Duration.ofMinutes(15);

    private final LiveNotifications notifications;
    private final LiveEventLog log;
    private final LiveHub hub;
    private final Clock clock;
    private volatile @Nullable Thread thread;
    private Instant pruneAfter = Instant.MIN;

    LiveListener(LiveNotifications notifications, LiveEventLog log, LiveHub hub, Clock clock) {
        this.notifications = notifications;
        this.log = log;
        this.hub = hub;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            // A platform thread: interrupting a virtual one while it reads would close the socket under the driver.
            var listening = Thread.ofPlatform().daemon().name("live-listener").unstarted(this::listen);
            thread = listening;
            listening.start();
        }
    }

    @Override
    public synchronized void stop() {
        var stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.interrupt();
            try {
                stopping.join(Duration.ofSeconds(2));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private boolean wanted() {
        return thread == Thread.currentThread();
    }

    private void listen() {
        var attempt = 0;
        while (wanted()) {
            try (var line = notifications.listen()) {
                attempt = 0;
                hub.catchUp();
                while (wanted()) {
                    line.next().forEach(hub::announce);
                    prune();
                }
            } catch (SQLException lost) {
                if (wanted()) {
                    LOG.warn("Live listener lost its connection (SQL state {}); connecting again", lost.getSQLState());
                    pause(attempt++);
                }
            } catch (RuntimeException impossible) {
                LOG.error("Live listener failed with {}", impossible.getClass().getName());
                pause(attempt++);
            }
        }
    }

    private void prune() {
        var now = clock.instant();
        if (now.isBefore(pruneAfter)) {
            return;
        }
        pruneAfter = now.plus(PRUNE_EVERY);
        try {
            log.prune(now.minus(KEPT));
        } catch (DataAccessException | TransactionException later) {
            LOG.warn("Old live events were not removed; trying again in {}", PRUNE_EVERY);
        }
    }

    private static void pause(int attempt) {
        var ceiling = Math.min(LONGEST_PAUSE.toMillis(), 50L << Math.min(attempt, 10));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
