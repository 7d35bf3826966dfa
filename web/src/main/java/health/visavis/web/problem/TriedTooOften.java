package health.visavis.web.problem;

import java.time.Duration;

/// Somebody has tried too often and is told when to come again.
public class TriedTooOften extends RuntimeException {

    private final transient Duration pause;

    public TriedTooOften(Duration pause) {
        super("tried too often", null, false, false);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
