package health.visavis.fhir;

import health.visavis.chart.ImportProgress;
import health.visavis.chart.ImportRun.Label;
import health.visavis.chart.ImportRun.Rejection;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What an import came to.
///
/// @param rejections the first of them; [ImportProgress#rejected] counts all
/// @param notTaken how many there were of the kinds that we do not keep
/// @param labels how many entries were labelled as what
public record Reconciliation(
        ImportProgress counts,
        List<Rejection> rejections,
        Map<String, Long> notTaken,
        Map<Label, Long> labels,
        Duration took) {

    public Reconciliation {
        rejections = List.copyOf(rejections);
        notTaken = Map.copyOf(notTaken);
        labels = Map.copyOf(labels);
    }

    public double megabytesPerSecond() {
        return counts.bytes() / 1e6 / Math.max(0.001, took.toMillis() / 1e3);
    }
}
