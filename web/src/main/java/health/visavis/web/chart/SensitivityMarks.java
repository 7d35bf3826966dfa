package health.visavis.web.chart;

import health.visavis.access.Sensitivity;
import health.visavis.chart.Chart;
import health.visavis.chart.ChartEntry;
import health.visavis.web.layout.Shell;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What stands beside entries that are guarded better than others.
final class SensitivityMarks {

    private final Shell shell;
    private final Chart chart;

    SensitivityMarks(Shell shell, Chart chart) {
        this.shell = shell;
        this.chart = chart;
    }

    /// For a line that stands for all of these: the mark of the best guarded; null where all are ordinary.
    @Nullable
    String of(Collection<? extends ChartEntry> entries) {
        return of(
                shell,
                entries.stream()
                        .map(chart::sensitivityOf)
                        .max(Comparator.naturalOrder())
                        .orElse(Sensitivity.ORDINARY));
    }

    static @Nullable String of(Shell shell, Sensitivity sensitivity) {
        return sensitivity == Sensitivity.ORDINARY ? null : shell.t("chart.mark." + sensitivity);
    }
}
