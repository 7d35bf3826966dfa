package health.visavis.insight;

import health.visavis.insight.domain.Episode;
import health.visavis.insight.domain.Measurement;
import health.visavis.visit.RungSummary;
import java.time.Instant;
import java.util.List;

/// How the line of one visit was: figures, what they mean, and the engines. Nothing that was said, nobody's name.
///
/// @param plannedAt the start of the visit as it was planned
public record VisitQuality(
        Instant plannedAt, List<Measurement> measurements, List<Episode> episodes, List<RungSummary> rungs) {

    public VisitQuality {
        measurements = List.copyOf(measurements);
        episodes = List.copyOf(episodes);
        rungs = List.copyOf(rungs);
    }
}
