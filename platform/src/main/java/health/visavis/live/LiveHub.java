package health.visavis.live;

import health.visavis.live.store.LiveEventLog;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.springframework.stereotype.Component;

/// The subscriptions of this instance.
@Component
class LiveHub {

    private final LiveEventLog log;
    private final Executor executor =
            task -> Thread.ofVirtual().name("live-delivery").start(task);
    private final ConcurrentHashMap<Topic, Set<Follower>> followers = new ConcurrentHashMap<>();

    LiveHub(LiveEventLog log) {
        this.log = log;
    }

    Subscription subscribe(Topic topic, long since, LiveSubscriber subscriber) {
        var follower = new Follower(topic, since, subscriber, log, executor, this::remove);
        followers.compute(topic, (key, known) -> {
            var all = known == null ? ConcurrentHashMap.<Follower>newKeySet() : known;
            all.add(follower);
            return all;
        });
        follower.catchUp();
        return follower;
    }

    void announce(LiveEvent event) {
        var interested = followers.get(event.topic());
        if (interested != null) {
            interested.forEach(follower -> follower.offer(event));
        }
    }

    /// Everybody reads what the table has beyond the last event delivered.
    void catchUp() {
        followers.values().forEach(all -> all.forEach(Follower::catchUp));
    }

    private void remove(Follower follower) {
        followers.computeIfPresent(follower.topic(), (topic, all) -> {
            all.remove(follower);
            return all.isEmpty() ? null : all;
        });
    }
}
