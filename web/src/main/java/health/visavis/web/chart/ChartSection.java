package health.visavis.web.chart;

import java.util.List;

/// A card of the chart.
///
/// @param id also the last part of its text keys
/// @param lines what is to be seen at once
/// @param folds what opens on demand
public record ChartSection(String id, String title, String whenEmpty, List<ChartLine> lines, List<Fold> folds) {

    public ChartSection {
        lines = List.copyOf(lines);
        folds = folds.stream().filter(fold -> !fold.lines().isEmpty()).toList();
    }

    /// @param omitted how many there are beyond those drawn
    public record Fold(String label, List<ChartLine> lines, int omitted) {}

    public boolean isEmpty() {
        return lines.isEmpty() && folds.isEmpty();
    }
}
