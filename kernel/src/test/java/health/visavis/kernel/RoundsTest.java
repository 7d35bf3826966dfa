package health.visavis.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final Duration SHORT = Duration.ofMillis(1);

    private final List<String> failures = new CopyOnWriteArrayList<>();

    @Test
    void roundsAreMadeUntilTheyAreStopped() throws InterruptedException {
        var three = new CountDownLatch(3);
        var rounds = rounds(SHORT, three::countDown);

        rounds.start();
        three.await();
        assertThat(rounds.areMade()).isTrue();
        rounds.stop();

        assertThat(rounds.areMade()).isFalse();
    }

    @Test
    void startedAtOnceTheFirstRoundWaitsForNoPause() throws InterruptedException {
        var one = new CountDownLatch(1);
        var rounds = rounds(Duration.ofDays(1), one::countDown);

        rounds.startAtOnce();
        one.await();
        assertThat(rounds.areMade()).isTrue();
        rounds.stop();
    }

    @Test
    void withoutAPauseTheRoundAtOnceIsTheOnlyOne() throws InterruptedException {
        var made = new AtomicInteger();
        var one = new CountDownLatch(1);
        var rounds = rounds(Duration.ZERO, () -> {
            made.incrementAndGet();
            one.countDown();
        });

        rounds.startAtOnce();
        one.await();
        rounds.stop();

        assertThat(made).hasValue(1);
    }

    @Test
    void aRoundThatFailsIsReportedAndTheNextOneComes() throws InterruptedException {
        var three = new CountDownLatch(3);
        var rounds = rounds(SHORT, () -> {
            three.countDown();
            throw new IllegalStateException("database away");
        });

        rounds.start();
        three.await();
        rounds.stop();

        assertThat(failures).hasSizeGreaterThanOrEqualTo(2).containsOnly("IllegalStateException");
    }

    @Test
    void stoppingWaitsForTheRoundThatIsBeingMade() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var rounds = rounds(SHORT, () -> {
            begun.countDown();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            if (!Thread.currentThread().isInterrupted()) {
                ended.countDown();
            }
        });

        rounds.start();
        begun.await();
        rounds.stop();

        assertThat(ended.getCount()).isZero();
    }

    @Test
    void howARoundFailsThatHadToBeInterruptedIsReportedToNobody() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var failed = new CountDownLatch(1);
        var rounds = rounds(SHORT, () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                failed.countDown();
                throw new IllegalStateException("connection broken", stopped);
            }
        });

        rounds.start();
        begun.await();
        rounds.stop();

        failed.await();
        assertThat(failures).isEmpty();
    }

    @Test
    void stoppingInterruptsTheRoundThatIsBeingMade() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var rounds = rounds(SHORT, () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                interrupted.countDown();
            }
        });

        rounds.start();
        begun.await();
        rounds.stop();

        interrupted.await();
        assertThat(failures).isEmpty();
    }

    @Test
    void startedTwiceOneWalksAndStartedAgainAnotherDoes() throws InterruptedException {
        var walker = new AtomicReference<Thread>();
        var first = new CountDownLatch(2);
        var rounds = rounds(SHORT, () -> {
            walker.set(Thread.currentThread());
            first.countDown();
        });
        rounds.start();
        rounds.start();
        first.await();
        var one = walker.get();
        rounds.stop();
        one.join();

        walker.set(null);
        rounds.start();
        while (walker.get() == null) {
            Thread.onSpinWait();
        }
        rounds.stop();

        assertThat(walker.get()).isNotSameAs(one);
    }

    @Test
    void withoutAPauseThereAreNoRounds() {
        var rounds = rounds(Duration.ZERO, () -> {
            throw new AssertionError("not to be made");
        });

        rounds.start();

        assertThat(rounds.areMade()).isFalse();
    }

    private Rounds rounds(Duration pause, Runnable round) {
        return new Rounds(
                "test-rounds",
                pause,
                round,
                failure -> failures.add(failure.getClass().getSimpleName()));
    }
}
