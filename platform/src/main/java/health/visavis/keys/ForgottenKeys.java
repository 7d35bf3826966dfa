package health.visavis.keys;

import health.visavis.kernel.PatientId;
import health.visavis.live.LiveEvent;
import health.visavis.live.LiveEvents;
import health.visavis.live.LiveSubscriber;
import health.visavis.live.Subscription;
import health.visavis.live.Topic;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Drops a destroyed data key from this instance's memory, wherever it was destroyed.
@Component
class ForgottenKeys implements SmartLifecycle, LiveSubscriber {

    static final String KIND = "destroyed";
    static final Topic TOPIC =
            new Topic("keys", UUID.nameUUIDFromBytes("visavis data keys".getBytes(StandardCharsets.UTF_8)));

    private final LiveEvents live;
    private final DataKeyCache cache;
    private @Nullable Subscription subscription;

    ForgottenKeys(LiveEvents live, DataKeyCache cache) {
        this.live = live;
        this.cache = cache;
    }

    @Override
    public void on(LiveEvent event) {
        cache.forget(new PatientId(event.ref()));
    }

    /// What was destroyed before is not told.
    @Override
    public void begins(Topic topic, long sequence) {
        cache.clear();
    }

    /// Which keys were destroyed meanwhile is no longer known.
    @Override
    public void gap(Topic topic, long sequence) {
        cache.clear();
    }

    @Override
    public synchronized void start() {
        if (subscription == null) {
            subscription = live.subscribe(TOPIC, LiveEvents.FROM_NOW, this);
        }
    }

    @Override
    public synchronized void stop() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return subscription != null;
    }
}
