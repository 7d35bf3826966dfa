package health.visavis.web.live;

import health.visavis.access.Actor;
import health.visavis.live.Subscription;
import health.visavis.live.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/// One connection: who is there, what it follows, what waits to be sent.
final class OpenPage implements LiveConnection {

    static final int TOPICS = 50;
    static final int BURST = 300;
    static final int PER_SECOND = 120;
    private static final int FLOOD = 2_000;

    private final String id;
    private final Actor actor;
    private final String sessionId;
    private final JsonMapper json;
    private final Outbox outbox;
    private final Allowance allowance = new Allowance(BURST, PER_SECOND, System.nanoTime());
    private final ConcurrentHashMap<Topic, Subscription> subscriptions = new ConcurrentHashMap<>();
    private @Nullable List<Runnable> closeActions = new ArrayList<>();
    private volatile long heardAt = System.nanoTime();
    private int discarded;

    OpenPage(WebSocketSession session, Actor actor, String sessionId, JsonMapper json, Executor executor) {
        this.id = session.getId();
        this.actor = actor;
        this.sessionId = sessionId;
        this.json = json;
        this.outbox = new Outbox(session, executor);
    }

    @Override
    public String id() {
        return id;
    }

    Actor actor() {
        return actor;
    }

    String sessionId() {
        return sessionId;
    }

    @Override
    public void send(Object message) {
        outbox.send(json.writeValueAsString(message));
    }

    void heard() {
        heardAt = System.nanoTime();
    }

    void ping() {
        outbox.ping();
    }

    @Override
    public boolean heardWithin(Duration limit) {
        return System.nanoTime() - heardAt <= limit.toNanos();
    }

    /// Whether the next message may be looked at. A page that goes on regardless is sent away.
    boolean mayTalk() {
        if (allowance.take(System.nanoTime())) {
            return true;
        }
        if (++discarded >= FLOOD) {
            close(CloseStatus.POLICY_VIOLATION);
        }
        return false;
    }

    boolean mayFollowMore() {
        return subscriptions.size() < TOPICS;
    }

    void follows(Subscription subscription) {
        var earlier = subscriptions.put(subscription.topic(), subscription);
        if (earlier != null) {
            earlier.close();
        }
        if (isGone()) {
            unfollow(subscription.topic());
        }
    }

    void unfollow(Topic topic) {
        var subscription = subscriptions.remove(topic);
        if (subscription != null) {
            subscription.close();
        }
    }

    void close(CloseStatus status) {
        outbox.close(status);
    }

    @Override
    public void onClose(Runnable action) {
        synchronized (this) {
            if (closeActions != null) {
                closeActions.add(action);
                return;
            }
        }
        action.run();
    }

    /// The connection is gone, whoever ended it.
    void gone() {
        List<Runnable> actions;
        synchronized (this) {
            actions = closeActions == null ? List.of() : closeActions;
            closeActions = null;
        }
        subscriptions.keySet().forEach(this::unfollow);
        actions.forEach(Runnable::run);
    }

    private synchronized boolean isGone() {
        return closeActions == null;
    }
}
