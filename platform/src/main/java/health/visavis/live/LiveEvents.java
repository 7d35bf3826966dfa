package health.visavis.live;

import health.visavis.live.store.LiveEventLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Publishes events to open pages and lets pages follow them.
///
/// Events are numbered and written in the last moment before the commit, all of a transaction in one statement
/// and in the order of their topics: the topics' rows stay locked for the shortest time, and two transactions
/// that publish to the same topics cannot deadlock.
@Component
public class LiveEvents {

    /// Follow a topic from now on, without what is kept.
    public static final long FROM_NOW = -1;

    private final LiveEventLog log;
    private final LiveHub hub;
    private final Clock clock;

    LiveEvents(LiveEventLog log, LiveHub hub, Clock clock) {
        this.log = log;
        this.hub = hub;
        this.clock = clock;
    }

    /// Becomes visible with the caller's transaction, or not at all.
    public void publish(Topic topic, String kind, UUID ref) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Live events are published inside the transaction they belong to");
        }
        outbox().add(new Announcement(topic, kind, ref));
    }

    /// The topic's last sequence: read it before the content of a page, and let the page subscribe from there.
    public long latest(Topic topic) {
        return log.latest(topic);
    }

    /// The oldest kept events after `sequence`, at most `limit`.
    public List<LiveEvent> since(Topic topic, long sequence, int limit) {
        return log.since(topic, sequence, limit);
    }

    /// Calls `subscriber` for every event after `since` ([#FROM_NOW] for new ones only) until the subscription
    /// is closed. Whether the viewer may follow the topic is the caller's question to answer first.
    public Subscription subscribe(Topic topic, long since, LiveSubscriber subscriber) {
        return hub.subscribe(topic, since, subscriber);
    }

    private Outbox outbox() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Outbox outbox && outbox.belongsTo(this)) {
                return outbox;
            }
        }
        var outbox = new Outbox();
        TransactionSynchronizationManager.registerSynchronization(outbox);
        return outbox;
    }

    private final class Outbox implements TransactionSynchronization, Ordered {

        private final List<Announcement> waiting = new ArrayList<>();
        private final List<LiveEvent> written = new ArrayList<>();
        private boolean committing;

        boolean belongsTo(LiveEvents events) {
            return LiveEvents.this == events;
        }

        void add(Announcement announcement) {
            waiting.add(announcement);
            if (committing) {
                write();
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            committing = true;
            write();
        }

        @Override
        public void afterCommit() {
            written.forEach(hub::announce);
        }

        private void write() {
            if (!waiting.isEmpty()) {
                written.addAll(log.append(waiting, clock.instant()));
                waiting.clear();
            }
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }
}
