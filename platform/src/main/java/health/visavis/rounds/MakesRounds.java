package health.visavis.rounds;

import health.visavis.kernel.Rounds;
import org.springframework.context.SmartLifecycle;

/// A component whose rounds begin when the application has started, and end before it goes.
public interface MakesRounds extends SmartLifecycle {

    /// The same each time.
    Rounds rounds();

    @Override
    default void start() {
        rounds().start();
    }

    @Override
    default void stop() {
        rounds().stop();
    }

    @Override
    default boolean isRunning() {
        return rounds().areMade();
    }
}
