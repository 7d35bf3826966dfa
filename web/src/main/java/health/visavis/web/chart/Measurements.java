package health.visavis.web.chart;

import health.visavis.chart.Chart;
import health.visavis.chart.Chart.Series;
import health.visavis.chart.ChartEntry.Measurement;
import health.visavis.chart.ChartEntry.Measurement.Category;
import health.visavis.chart.ChartEntry.Measurement.Quantity;
import health.visavis.chart.Coded;
import health.visavis.web.layout.Shell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Draws series of measurements: the latest with its date and unit, the one before, and a line through the last
/// ones.
final class Measurements {

    private static final int POINTS = 12;

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /// Units of UCUM that people write otherwise.
    private static final Map<String, String> UNITS = Map.of(
            "mm[Hg]", "mmHg",
            "Cel", "°C",
            "kg/m2", "kg/m²",
            "10*3/uL", "10³/µL",
            "10*6/uL", "10⁶/µL",
            "ug/dL", "µg/dL",
            "mL/min/{1.73_m2}", "mL/min/1.73 m²");

    private final Shell shell;
    private final ChartDates dates;
    private final Chart chart;
    private final SensitivityMarks marks;

    Measurements(Shell shell, ChartDates dates, Chart chart) {
        this.shell = shell;
        this.dates = dates;
        this.chart = chart;
        this.marks = new SensitivityMarks(shell, chart);
    }

    List<MeasurementRow> rows(Category category) {
        return chart.measurements().stream()
                .filter(series -> series.latest().category() == category)
                .map(this::row)
                .toList();
    }

    private MeasurementRow row(Series series) {
        var latest = series.latest();
        var all = series.newestFirst();
        var before = all.size() < 2 ? null : all.get(1);
        return new MeasurementRow(
                name(series.what()),
                VitalSigns.key(series.what()).isPresent() ? null : "en",
                value(latest),
                dates.read(latest.on()),
                before == null
                        ? null
                        : shell.t(
                                "chart.measured.before",
                                value(before),
                                Optional.ofNullable(dates.read(before.on())).orElse("–")),
                trend(all),
                marks.of(all));
    }

    private String value(Measurement measurement) {
        if (measurement.value() != null) {
            return read(measurement.value());
        }
        if (measurement.components().isEmpty()) {
            return shell.t("chart.measured.nothing");
        }
        var units = measurement.components().stream()
                .map(component -> component.value().unit())
                .distinct()
                .toList();
        if (units.size() == 1 && units.getFirst() != null) {
            return measurement.components().stream()
                            .sorted((one, other) -> Boolean.compare(isSystolic(other), isSystolic(one)))
                            .map(component -> component.value().number())
                            .collect(Collectors.joining(" / "))
                    + " " + unit(units.getFirst());
        }
        return measurement.components().stream()
                .map(component -> name(component.what()) + ": " + read(component.value()))
                .collect(Collectors.joining("; "));
    }

    private String name(Coded what) {
        return VitalSigns.key(what).map(key -> shell.t(key)).orElseGet(() -> Terms.plain(what));
    }

    /// Everybody reads the systolic first, whatever the order of the source.
    private static boolean isSystolic(Measurement.Component component) {
        return "8480-6".equals(component.what().code());
    }

    private static String read(Quantity quantity) {
        return quantity.unit() == null
                ? Objects.requireNonNull(Terms.plain(quantity.number()))
                : (digits(quantity) + " " + unit(quantity.unit())).strip();
    }

    /// A body mass index is read with one decimal, whatever its source calculated.
    private static String digits(Quantity quantity) {
        var number = quantity.number();
        return "kg/m2".equals(quantity.unit()) && NUMBER.matcher(number).matches()
                ? new BigDecimal(number).setScale(1, RoundingMode.HALF_UP).toPlainString()
                : number;
    }

    /// Annotations in braces, such as `{score}`, are no units.
    private static String unit(String unit) {
        return UNITS.getOrDefault(unit, unit.replaceAll("\\{[^}]*}", "")).strip();
    }

    private static @Nullable String trend(List<Measurement> newestFirst) {
        var numbers = newestFirst.stream()
                .limit(POINTS)
                .map(Measurements::number)
                .flatMap(Optional::stream)
                .toList()
                .reversed();
        if (numbers.size() < 3) {
            return null;
        }
        var low = numbers.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        var high = numbers.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        var height = high - low;
        var points = new StringBuilder();
        for (var i = 0; i < numbers.size(); i++) {
            var x = 2 + 96.0 * i / (numbers.size() - 1);
            var y = height == 0 ? 12 : 22 - 20 * (numbers.get(i) - low) / height;
            points.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
        }
        return points.toString();
    }

    private static Optional<Double> number(Measurement measurement) {
        var quantity = measurement.value() != null
                ? Optional.of(measurement.value())
                : measurement.components().stream()
                        .filter(Measurements::isSystolic)
                        .map(Measurement.Component::value)
                        .findFirst();
        return quantity.map(Quantity::number)
                .filter(number -> NUMBER.matcher(number).matches())
                .map(Double::valueOf);
    }
}
