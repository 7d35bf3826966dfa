package health.visavis.live;

import health.visavis.live.store.LiveEventLog;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// One subscription: a mailbox that one thread at a time empties, so that `position` needs no lock and nothing
/// waits while holding one.
final class Follower implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int PAGE = 500;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Topic topic;
    private final LiveSubscriber subscriber;
    private final LiveEventLog log;
    private final Executor executor;
    private final Consumer<Follower> onClose;

    private final Queue<Runnable> mailbox = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unread = new AtomicInteger();
    private final AtomicBoolean catchUpAsked = new AtomicBoolean();
    private volatile boolean closed;

    private long position;
    private boolean begun;

    Follower(
            Topic topic,
            long since,
            LiveSubscriber subscriber,
            LiveEventLog log,
            Executor executor,
            Consumer<Follower> onClose) {
        this.topic = topic;
        this.position = since;
        this.subscriber = subscriber;
        this.log = log;
        this.executor = executor;
        this.onClose = onClose;
    }

    @Override
    public Topic topic() {
        return topic;
    }

    @Override
    public void close() {
        closed = true;
        onClose.accept(this);
    }

    void offer(LiveEvent event) {
        post(() -> take(event));
    }

    void catchUp() {
        if (catchUpAsked.compareAndSet(false, true)) {
            post(this::readMissed);
        }
    }

    private void post(Runnable task) {
        mailbox.add(task);
        if (unread.getAndIncrement() == 0) {
            executor.execute(this::empty);
        }
    }

    private void empty() {
        do {
            var task = mailbox.poll();
            if (task != null && !closed) {
                run(task);
            }
        } while (unread.decrementAndGet() > 0);
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (DataAccessException | TransactionException unavailable) {
            LOG.warn("Could not read live events of {}; trying again", topic);
            executor.execute(this::catchUpLater);
        } catch (RuntimeException impossible) {
            LOG.error(
                    "A subscriber of {} failed with {}",
                    topic,
                    impossible.getClass().getName());
        }
    }

    private void catchUpLater() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
            catchUp();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(LiveEvent event) {
        if (!begun || event.sequence() > position + 1) {
            readMissed();
        } else if (event.sequence() == position + 1) {
            position = event.sequence();
            subscriber.on(event);
        }
    }

    private void readMissed() {
        catchUpAsked.set(false);
        if (!begun) {
            begin();
        }
        var page = log.since(topic, position, PAGE);
        while (!page.isEmpty() && !closed) {
            for (var event : page) {
                if (event.sequence() > position + 1) {
                    subscriber.gap(topic, event.sequence() - 1);
                }
                position = event.sequence();
                subscriber.on(event);
            }
            page = page.size() < PAGE ? List.of() : log.since(topic, position, PAGE);
        }
    }

    /// A page that comes back after its events were pruned, or from another database, is told to draw itself anew.
    private void begin() {
        var latest = log.latest(topic);
        var asked = position;
        var oldest = log.oldest(topic).orElse(latest + 1);
        if (asked == LiveEvents.FROM_NOW || asked > latest) {
            position = latest;
        } else if (asked + 1 < oldest) {
            position = oldest - 1;
        }
        begun = true;
        subscriber.begins(topic, position);
        if (asked != LiveEvents.FROM_NOW && asked != position) {
            subscriber.gap(topic, position);
        }
    }
}
