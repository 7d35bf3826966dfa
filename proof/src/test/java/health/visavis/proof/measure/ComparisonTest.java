package health.visavis.proof.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void aTimeMustStayBelowItsBar() {
        assertThat(new Comparison("start", 5, 2, "s", true, 3, 1.5).meetsBar()).isTrue();
        assertThat(new Comparison("start", 7, 2, "s", true, 3, 1.5).meetsBar()).isFalse();
    }

    @Test
    void aRateMustReachItsBar() {
        assertThat(new Comparison("book", 500, 1500, "/s", false, 1.0 / 3, 0.5).meetsBar())
                .isTrue();
        assertThat(new Comparison("book", 499, 1500, "/s", false, 1.0 / 3, 0.5).meetsBar())
                .isFalse();
    }

    @Test
    void thePercentileIsATimeThatWasMeasured() {
        var latencies = Latencies.ofMillis(1, 2, 3, 100);

        assertThat(latencies.median()).isEqualTo(2);
        assertThat(latencies.percentile(0.99)).isEqualTo(100);
    }
}
