package health.visavis.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermsTest {

    @Test
    void theKindOfTheConceptIsNotSaid() {
        assertThat(Terms.plain("Essential hypertension (disorder)")).isEqualTo("Essential hypertension");
        assertThat(Terms.plain("Contraception care (regime/therapy)")).isEqualTo("Contraception care");
    }

    @Test
    void otherParenthesesStay() {
        assertThat(Terms.plain("Body mass index (BMI)")).isEqualTo("Body mass index (BMI)");
        assertThat(Terms.plain("Pain (finding) in the knee")).isEqualTo("Pain (finding) in the knee");
    }
}
