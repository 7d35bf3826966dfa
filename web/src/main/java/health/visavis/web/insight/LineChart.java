package health.visavis.web.insight;

import health.visavis.insight.domain.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One figure over the time of a visit, a line for each end, as points of an SVG. The table beside it says the same.
///
/// @param name of its texts
/// @param top what the upper edge stands for
/// @param worst the largest that was measured; null where nothing was
public record LineChart(
        String name,
        int top,
        @Nullable Integer worst,
        @Nullable Instant from,
        @Nullable Instant until,
        List<Line> lines) {

    public static final int WIDTH = 600;
    public static final int HEIGHT = 120;

    /// @param only the figure of an end that measured once: a line has two points at least
    public record Line(String end, String points, @Nullable Integer only) {

        /// The only point twice over: a line from it to itself, whose round end is a dot.
        public String drawn() {
            return only == null ? points : points + " " + points;
        }
    }

    public LineChart {
        lines = List.copyOf(lines);
    }

    /// Whether no end measured twice: then there is nothing to draw over time, and the figures are told in words.
    public boolean once() {
        return lines.stream().allMatch(line -> line.only() != null);
    }

    static LineChart of(
            String name,
            List<Measurement> measurements,
            Function<Measurement, @Nullable Integer> figure,
            int leastTop) {
        var known =
                measurements.stream().filter(one -> figure.apply(one) != null).toList();
        if (known.isEmpty()) {
            return new LineChart(name, leastTop, null, null, null, List.of());
        }
        var worst = known.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .orElseThrow();
        var top = Math.max(leastTop, worst);
        var from = measurements.getFirst().at();
        var until = measurements.getLast().at();
        var byEnd = new LinkedHashMap<String, List<Measurement>>();
        for (var one : known) {
            byEnd.computeIfAbsent(one.end(), end -> new ArrayList<>()).add(one);
        }
        return new LineChart(
                name,
                top,
                worst,
                from,
                until,
                byEnd.entrySet().stream()
                        .map(line -> new Line(
                                line.getKey(),
                                line.getValue().stream()
                                        .map(one -> point(
                                                from, until, one.at(), Objects.requireNonNull(figure.apply(one)), top))
                                        .collect(Collectors.joining(" ")),
                                line.getValue().size() > 1
                                        ? null
                                        : figure.apply(line.getValue().getFirst())))
                        .toList());
    }

    private static String point(Instant from, Instant until, Instant at, int value, int top) {
        var whole = Math.max(1, Duration.between(from, until).toMillis());
        var x = WIDTH * (double) Duration.between(from, at).toMillis() / whole;
        var y = HEIGHT - HEIGHT * (double) value / top;
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }
}
