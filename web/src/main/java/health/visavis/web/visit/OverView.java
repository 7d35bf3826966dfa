package health.visavis.web.visit;

import health.visavis.visit.RungSummary;
import health.visavis.visit.VisitStatus;
import health.visavis.visit.VisitSummary;
import health.visavis.web.layout.Shell;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// The page after the end.
///
/// @param rungs how the call went, for the clinician; empty for a call that stayed where it began
public record OverView(VisitSummary visit, boolean clinician, String other, List<RungSummary> rungs) {

    private static final Set<String> ENGINES = Set.of("direct", "audio", "telephone");

    public OverView {
        rungs = List.copyOf(rungs);
    }

    /// One sentence for each step: why, and what carried the call from then on.
    public String step(Shell shell, RungSummary rung) {
        var engine = rung.engine().value();
        var carrier = shell.t("visit.engine." + (ENGINES.contains(engine) ? engine : "service"), engine);
        return shell.t("visit.rung." + rung.reason(), carrier);
    }

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
