package health.visavis.web.imports;

import health.visavis.chart.ImportRun.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the page of imports draws.
///
/// @param moving whether something is under way, so that the page asks again
public record ImportsView(List<Run> runs, boolean moving) {

    /// @param state last part of its text keys
    /// @param kind of its badge
    /// @param omitted how many rejections there are beyond those listed
    public record Run(
            String id,
            String label,
            String startedBy,
            Instant startedAt,
            @Nullable String took,
            String state,
            String kind,
            long done,
            long total,
            Map<String, String> counts,
            List<Rejection> rejections,
            long omitted,
            Map<String, String> notTaken,
            Map<String, String> labels) {}
}
