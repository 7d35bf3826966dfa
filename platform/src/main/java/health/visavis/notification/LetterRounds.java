package health.visavis.notification;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Makes a round every few seconds for as long as the application runs. Several instances may: each letter is
/// claimed by one.
@Component
class LetterRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LetterRounds.class);

    private final LetterRound round;
    private final LetterSending sending;
    private final NotificationSettings settings;
    private volatile @Nullable Thread thread;

    LetterRounds(LetterRound round, LetterSending sending, NotificationSettings settings) {
        this.round = round;
        this.sending = sending;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        if (thread == null && settings.every().isPositive() && sending.possible()) {
            var walking = Thread.ofVirtual().name("letter-rounds").unstarted(this::walk);
            thread = walking;
            walking.start();
        }
    }

    private void walk() {
        while (thread == Thread.currentThread()) {
            try {
                Thread.sleep(settings.every());
                round.make();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException unavailable) {
                LOG.warn(
                        "A round of letters failed with {}",
                        unavailable.getClass().getName());
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
