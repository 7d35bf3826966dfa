package health.visavis.web.visit;

import health.visavis.visit.VisitStatus;
import health.visavis.visit.VisitSummary;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/// The page after the end.
public record OverView(VisitSummary visit, boolean clinician, String other) {

    public boolean tookPlace() {
        return visit.status() == VisitStatus.FINISHED;
    }

    public UUID patient() {
        return visit.patient().value();
    }

    /// At least a minute: nobody met for none.
    public Duration lasted() {
        var lasted =
                Duration.between(Objects.requireNonNull(visit.startedAt()), Objects.requireNonNull(visit.endedAt()));
        return lasted.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ofMinutes(1) : lasted;
    }
}
