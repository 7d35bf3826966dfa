package health.visavis.web.insight;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.insight.domain.Measurement;
import health.visavis.insight.domain.Measurement.Device;
import health.visavis.insight.domain.Measurement.Limit;
import health.visavis.web.layout.TestShell;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineChartTest {

    @Test
    void aLineBeginsLeftEndsRightAndTouchesTheTopAtItsWorst() {
        var chart =
                LineChart.of("way", List.of(at(0, 0), at(50, 300), at(100, 600)), Measurement::roundTripMillis, 300);

        assertThat(chart.top()).isEqualTo(600);
        assertThat(chart.worst()).isEqualTo(600);
        assertThat(chart.lines())
                .containsExactly(new LineChart.Line("PATIENT", "0.0,120.0 300.0,60.0 600.0,0.0", null));
        assertThat(chart.once()).isFalse();
    }

    @Test
    void aQuietLineStaysLow() {
        assertThat(LineChart.of("way", List.of(at(0, 30)), Measurement::roundTripMillis, 300)
                        .lines())
                .containsExactly(new LineChart.Line("PATIENT", "0.0,108.0", 30));
    }

    @Test
    void oneMeasurementIsToldAndNotDrawnOverTime() {
        var chart = LineChart.of("way", List.of(at(0, 30)), Measurement::roundTripMillis, 300);

        assertThat(chart.once()).isTrue();
        assertThat(chart.lines().getFirst().drawn()).as("a dot").isEqualTo("0.0,108.0 0.0,108.0");
    }

    @Test
    void whatWasNotMeasuredIsNotDrawn() {
        var chart = LineChart.of("way", List.of(at(0, null)), Measurement::roundTripMillis, 300);

        assertThat(chart.worst()).isNull();
        assertThat(chart.lines()).isEmpty();
    }

    private static Measurement at(int seconds, @Nullable Integer way) {
        return new Measurement(
                "PATIENT",
                TestShell.NOW.plusSeconds(seconds),
                way,
                null,
                null,
                null,
                null,
                null,
                false,
                Limit.NONE,
                Device.WORKS,
                Device.WORKS);
    }
}
