package health.visavis.proof.measure;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Times that something took, collected from many threads.
public final class Latencies {

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    public void add(Duration took) {
        nanos.add(took.toNanos());
    }

    public int count() {
        return nanos.size();
    }

    /// The time that this share of all did not exceed, in milliseconds; 0.5 is the median.
    public double percentile(double share) {
        if (nanos.isEmpty()) {
            throw new IllegalStateException("Nothing was measured");
        }
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)] / 1e6;
    }

    public double median() {
        return percentile(0.5);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms (%d)", percentile(0.5), percentile(0.99), count());
    }

    public static Latencies ofMillis(double... millis) {
        var latencies = new Latencies();
        Arrays.stream(millis).forEach(ms -> latencies.add(Duration.ofNanos((long) (ms * 1e6))));
        return latencies;
    }
}
