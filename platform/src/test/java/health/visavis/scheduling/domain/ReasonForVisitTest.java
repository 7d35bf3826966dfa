package health.visavis.scheduling.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReasonForVisitTest {

    @Test
    void aReasonHasWords() {
        assertThat(ReasonForVisit.accepts("  ")).isFalse();
        assertThatThrownBy(() -> new ReasonForVisit("  ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReasonIsNotEndless() {
        assertThat(new ReasonForVisit(" " + "x".repeat(1_000) + " ").text()).hasSize(1_000);
        assertThatThrownBy(() -> new ReasonForVisit("x".repeat(1_001))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReasonIsNotPrinted() {
        assertThat(new ReasonForVisit("Headache").toString()).doesNotContain("Headache");
    }

    @Test
    void aReasonDoesNotPrintItself() {
        assertThat(new ReasonForVisit("Headache since Tuesday")).hasToString("[REDACTED]");
    }
}
