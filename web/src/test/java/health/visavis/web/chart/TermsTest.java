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
    void thePropertyOfAMeasurementIsNotSaid() {
        assertThat(Terms.plain("Pain severity - 0-10 verbal numeric rating [Score] - Reported"))
                .isEqualTo("Pain severity - 0-10 verbal numeric rating");
        assertThat(Terms.plain("Glucose [Mass/volume] in Blood")).isEqualTo("Glucose in Blood");
        assertThat(Terms.plain("Patient Health Questionnaire 2 item (PHQ-2) total score [Reported]"))
                .isEqualTo("Patient Health Questionnaire 2 item (PHQ-2) total score");
        assertThat(Terms.plain("Positive (qualifier value)")).isEqualTo("Positive");
        assertThat(Terms.plain("[Score]")).isEqualTo("[Score]");
    }

    @Test
    void otherParenthesesStay() {
        assertThat(Terms.plain("Body mass index (BMI)")).isEqualTo("Body mass index (BMI)");
        assertThat(Terms.plain("Pain (finding) in the knee")).isEqualTo("Pain (finding) in the knee");
    }
}
