package health.visavis.kernel;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Does one thing again and again on a virtual thread, each time a while after the last has ended, until it is told to
/// stop. A round that fails is reported, and the next one comes all the same.
public final class Rounds {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final String name;
    private final Duration pause;
    private final Runnable round;
    private final Consumer<RuntimeException> failed;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Thread thread;

    /// @param name of the thread
    /// @param failed told of a round that threw
    public Rounds(String name, Duration pause, Runnable round, Consumer<RuntimeException> failed) {
        this.name = name;
        this.pause = pause;
        this.round = round;
        this.failed = failed;
    }

    /// The first round comes after the first pause. Without a pause to make there are no rounds.
    public synchronized void start() {
        if (pause.isPositive()) {
            begin(this::walk);
        }
    }

    /// The first round comes at once. Without a pause to make it is the only one.
    public synchronized void startAtOnce() {
        begin(() -> {
            attempt();
            walk();
        });
    }

    /// Waits a second for the round that is being made: interrupted in the middle it would break the connection that it
    /// works with. What lasts longer is interrupted, and how it fails then is reported to nobody.
    public synchronized void stop() {
        var walking = thread;
        thread = null;
        if (walking == null) {
            return;
        }
        var rests = rests();
        walking.interrupt();
        if (rests) {
            making.unlock();
        }
    }

    private boolean rests() {
        try {
            return making.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public boolean areMade() {
        return thread != null;
    }

    private void begin(Runnable way) {
        if (thread == null) {
            var walking = Thread.ofVirtual().name(name).unstarted(way);
            thread = walking;
            walking.start();
        }
    }

    private void walk() {
        while (pause.isPositive() && goesOn()) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stopped) {
                return;
            }
            attempt();
        }
    }

    private void attempt() {
        making.lock();
        try {
            if (goesOn()) {
                round.run();
            }
        } catch (RuntimeException failure) {
            if (goesOn()) {
                failed.accept(failure);
            }
        } finally {
            making.unlock();
        }
    }

    private boolean goesOn() {
        return thread == Thread.currentThread();
    }
}
