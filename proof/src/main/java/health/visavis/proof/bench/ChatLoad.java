package health.visavis.proof.bench;

import health.visavis.proof.measure.Latencies;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/// The same load for both sides. Busy: each pair sends its next message as soon as the last one was delivered.
/// Quiet: ten messages a second in all.
final class ChatLoad {

    static final int PAIRS = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration BUSY = Duration.ofSeconds(15);
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    record Result(double perSecond, Latencies busy, Latencies quiet) {}

    private final ChatSide side;
    private final AtomicIntegerArray numbers = new AtomicIntegerArray(PAIRS);
    private final AtomicLongArray sentAt = new AtomicLongArray(PAIRS);
    private volatile Latencies latencies = new Latencies();
    private volatile boolean goesOn;

    ChatLoad(ChatSide side) {
        this.side = side;
        side.onDelivered(this::delivered);
    }

    Result run() {
        goesOn = true;
        for (int pair = 0; pair < PAIRS; pair++) {
            send(pair);
        }
        rest(WARM_UP);
        var busy = new Latencies();
        latencies = busy;
        long began = System.nanoTime();
        rest(BUSY);
        int delivered = busy.count();
        double seconds = (System.nanoTime() - began) / 1e9;
        goesOn = false;
        rest(Duration.ofSeconds(2));
        return new Result(delivered / seconds, busy, quiet());
    }

    private Latencies quiet() {
        var quiet = new Latencies();
        latencies = quiet;
        long messages = QUIET.dividedBy(BETWEEN);
        for (int message = 0; message < messages; message++) {
            send(message % PAIRS);
            rest(BETWEEN);
        }
        return quiet;
    }

    private void send(int pair) {
        int number = numbers.incrementAndGet(pair);
        sentAt.set(pair, System.nanoTime());
        side.send(pair, number);
    }

    private void delivered(ChatSide.Delivered message) {
        if (message.number() != numbers.get(message.pair())) {
            return;
        }
        latencies.add(Duration.ofNanos(System.nanoTime() - sentAt.get(message.pair())));
        if (goesOn) {
            send(message.pair());
        }
    }

    private static void rest(Duration duration) {
        long until = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
