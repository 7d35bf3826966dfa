package health.visavis.visit;

import java.time.Duration;

/// @param retention how long is kept how a line was; at least a week, since a call's record is computed from it and an
///     engine may tell of the call days later
public record QualitySettings(Duration retention) {

    private static final Duration SHORTEST = Duration.ofDays(7);

    public QualitySettings {
        if (retention.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("visavis.visit.quality-retention must be at least 7 days");
        }
    }
}
