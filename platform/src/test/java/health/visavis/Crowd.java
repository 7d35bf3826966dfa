package health.visavis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Several who act at the same moment.
public final class Crowd {

    private Crowd() {}

    /// Starts all at one moment, one thread each, and waits for all; a failure of one fails.
    public static <T> List<T> atOnce(List<? extends Callable<? extends T>> acts) throws Exception {
        var gate = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<? extends T>>();
            for (var act : acts) {
                futures.add(threads.submit(() -> {
                    gate.await();
                    return act.call();
                }));
            }
            gate.countDown();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
