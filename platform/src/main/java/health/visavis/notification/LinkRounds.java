package health.visavis.notification;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Makes a round of the links every minute, where letters with links are sent. Several instances may: each link is
/// claimed by one.
@Component
class LinkRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LinkRounds.class);

    private final LinkRound round;
    private final LetterSending sending;
    private final NotificationSettings settings;
    private volatile @Nullable Thread thread;

    LinkRounds(LinkRound round, LetterSending sending, NotificationSettings settings) {
        this.round = round;
        this.sending = sending;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        var wanted = settings.every().isPositive() && settings.linksEvery().isPositive();
        if (thread == null && wanted && sending.possible()) {
            var walking = Thread.ofVirtual().name("link-rounds").unstarted(this::walk);
            thread = walking;
            walking.start();
        }
    }

    private void walk() {
        while (thread == Thread.currentThread()) {
            try {
                Thread.sleep(settings.linksEvery());
                round.make();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException unavailable) {
                LOG.warn(
                        "A round of links failed with {}",
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
