package health.visavis.insight;

import health.visavis.insight.domain.Episode;
import health.visavis.insight.domain.Measurement;
import health.visavis.visit.RungSummary;
import java.util.List;

/// How the line of one visit was: figures, what they mean, and the engines. Nothing that was said, nobody's name.
public record VisitQuality(List<Measurement> measurements, List<Episode> episodes, List<RungSummary> rungs) {

    public VisitQuality {
        measurements = List.copyOf(measurements);
        episodes = List.copyOf(episodes);
        rungs = List.copyOf(rungs);
    }
}
