package health.visavis.calllist;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Writes the list every few minutes for as long as the application runs. Several instances may: each writes the whole
/// list.
@Component
class CallListRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CallListRounds.class);

    private final CallListRound round;
    private final CallListSettings settings;
    private volatile @Nullable Thread thread;

    CallListRounds(CallListRound round, CallListSettings settings) {
        this.round = round;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        var folder = settings.folder();
        if (thread == null && folder != null) {
            var walking = Thread.ofVirtual().name("call-list").unstarted(this::walk);
            thread = walking;
            walking.start();
        }
    }

    /// The list that lies there is the last one that could be written: its age says so to whoever opens it.
    private void walk() {
        while (thread == Thread.currentThread()) {
            try {
                var folder = settings.folder();
                if (folder != null) {
                    round.write(folder);
                }
            } catch (RuntimeException unavailable) {
                LOG.warn(
                        "The call list could not be written: {}",
                        unavailable.getClass().getName());
            }
            try {
                Thread.sleep(settings.every());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    @Override
    public synchronized void stop() {
        var walking = thread;
        thread = null;
        if (walking != null) {
            walking.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
