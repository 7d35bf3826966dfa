package health.visavis.insight;

import health.visavis.insight.CallRecord.Outcome;
import health.visavis.kernel.VisitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which records of calls are wanted, newest first. What is null does not matter.
///
/// @param after the last record of the page before
public record CallQuery(
        Instant from,
        Instant until,
        @Nullable String engine,
        @Nullable Outcome outcome,
        @Nullable Place after,
        int limit) {

    /// Most that leave at once.
    public static final int MOST = 10_000;

    public record Place(Instant beganAt, VisitId visit, int leg) {}

    public CallQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("between 1 and " + MOST + " records at a time");
        }
    }
}
