package health.visavis.proof;

import health.visavis.proof.running.Running;
import health.visavis.proof.running.Visavis;

/// The rehearsal that the start-up cache is trained with: starts an empty clinic, lets everybody walk through
/// their pages, stops. The JVM of the server, told so by `VISAVIS_JVM`, writes down what it loaded and linked.
public final class Rehearsal {

    private Rehearsal() {}

    static void main() {
        var visavis = Visavis.forADemo("rehearsal");
        try (Running running = visavis.start()) {
            Walk.through(visavis, running.address());
        }
    }
}
