package health.visavis.proof.drill;

import health.visavis.proof.measure.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/// The same breakage again and again, and whether its target was met.
final class Series {

    /// What was measured when nobody saw anybody again.
    static final double NEVER = 99;

    /// Twenty runs fit where nothing else runs; all of them together take less than an hour, however slow the machine.
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final int runs;
    private final Set<Breakage> asked;
    private boolean held = true;

    Series(int runs, Set<Breakage> asked) {
        this.runs = runs;
        this.asked = Set.copyOf(asked);
    }

    boolean held() {
        return held;
    }

    int runs() {
        return runs;
    }

    boolean wants(Breakage... any) {
        return List.of(any).stream().anyMatch(asked::contains);
    }

    /// @param once breaks it and answers the seconds of silence, of one call or of several
    void of(Breakage breakage, Supplier<List<Double>> once) {
        if (!wants(breakage)) {
            return;
        }
        var seconds = new ArrayList<Double>();
        long until = System.nanoTime() + LONGEST.toNanos();
        while (seconds.size() < runs && System.nanoTime() < until) {
            seconds.addAll(once.get());
        }
        print(breakage, seconds);
    }

    /// It cannot be broken here. Neither met nor missed.
    static void skip(Breakage breakage, String why) {
        System.out.printf("%-54s skipped: %s%n", breakage.sentence(), why);
    }

    /// Another process has said so.
    void missedElsewhere() {
        held = false;
    }

    void didNotRun(Breakage breakage) {
        held = false;
        System.out.printf("%-54s did not run%n", breakage.sentence());
    }

    private void print(Breakage breakage, List<Double> seconds) {
        var times = Latencies.ofMillis(
                seconds.stream().mapToDouble(each -> each * 1000).toArray());
        var met = times.percentile(0.95) / 1000 <= breakage.mostSeconds();
        held &= met;
        System.out.printf(
                Locale.ROOT,
                "%-54s p50 %5.2f s   p95 %5.2f s   most %5.2f s   target %2.0f s   %d runs%s   %s%n",
                breakage.sentence(),
                times.median() / 1000,
                times.percentile(0.95) / 1000,
                times.percentile(1) / 1000,
                breakage.mostSeconds(),
                seconds.size(),
                seconds.size() < runs ? " of " + runs + " in the time there is" : "",
                met ? "met" : "MISSED");
    }
}
