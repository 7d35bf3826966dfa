package health.visavis.web.visit;

import health.visavis.emergency.EmergencyStanding.Raised;
import health.visavis.telephone.PhoneCallSummary;
import health.visavis.visit.RungSummary;
import health.visavis.visit.VisitStatus;
import health.visavis.visit.VisitSummary;
import health.visavis.web.layout.Shell;
import health.visavis.web.telephone.TelephoneView;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// The page after the end.
///
/// @param rungs how the call went, for the clinician; empty for a call that stayed where it began
/// @param calls of the telephone, for the clinician
/// @param emergencies when the button was pressed, for the clinician
/// @param recorded whether there is something to play, for the clinician
public record OverView(
        VisitSummary visit,
        boolean clinician,
        String other,
        List<RungSummary> rungs,
        List<PhoneCallSummary> calls,
        List<Raised> emergencies,
        boolean recorded) {

    /// Something worth remembering of how the visit went.
    public record Moment(Instant at, String words) {}

    private static final Set<String> ENGINES = Set.of("direct", "audio", "telephone");

    public OverView {
        rungs = List.copyOf(rungs);
        calls = List.copyOf(calls);
        emergencies = List.copyOf(emergencies);
    }

    /// Everything in its order.
    public List<Moment> moments(Shell shell) {
        return Stream.of(
                        rungs.stream().map(rung -> new Moment(rung.reachedAt(), step(shell, rung))),
                        calls.stream().map(call -> new Moment(call.beganAt(), TelephoneView.sentence(shell, call))),
                        emergencies.stream().map(raised -> new Moment(raised.at(), shell.t("emergency.moment"))))
                .flatMap(moments -> moments)
                .sorted(Comparator.comparing(Moment::at))
                .toList();
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

    public Duration lasted() {
        return Duration.between(Objects.requireNonNull(visit.startedAt()), Objects.requireNonNull(visit.endedAt()));
    }
}
