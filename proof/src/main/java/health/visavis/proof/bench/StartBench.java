package health.visavis.proof.bench;

import health.visavis.proof.Walk;
import health.visavis.proof.measure.Comparison;
import health.visavis.proof.measure.Latencies;
import health.visavis.proof.measure.Machine;
import health.visavis.proof.running.Running;
import health.visavis.proof.running.Visavis;
import java.io.IOException;
import java.util.List;

/// Process start to first page, with a database that exists and a start-up cache that was trained; in turns
/// with the smallest Spring Boot application that has the same database and the same start-up.
final class StartBench implements Measurement {

    private static final int ROUNDS = 5;
    private static final double BAR_MEGABYTES = 512;
    private static final double AIM_MEGABYTES = 350;

    @Override
    public List<Comparison> run() throws IOException, InterruptedException {
        var peer = SmallestPeer.build();
        var visavis = Visavis.forADemo("bench-start");
        visavis.start().close();
        peer.start().close();

        var ours = new Latencies();
        var theirs = new Latencies();
        for (int round = 1; round <= ROUNDS; round++) {
            try (var running = visavis.start()) {
                ours.add(running.untilFirstPage());
            }
            try (var running = peer.start()) {
                theirs.add(running.untilFirstPage());
            }
        }
        System.out.printf("Visavis %s%nPeer    %s%n", ours, theirs);
        return List.of(
                new Comparison("start to first page", ours.median(), theirs.median(), "ms", true, 3, 1.5),
                memoryAfterAWalk(visavis));
    }

    /// There is no peer for this one: the bar is a figure.
    private static Comparison memoryAfterAWalk(Visavis visavis) {
        try (Running running = visavis.start()) {
            Walk.through(visavis, running.address());
            return new Comparison(
                    "resident memory after a walk",
                    Machine.residentMegabytes(running.processId()),
                    BAR_MEGABYTES,
                    "MB",
                    true,
                    1,
                    AIM_MEGABYTES / BAR_MEGABYTES);
        }
    }
}
