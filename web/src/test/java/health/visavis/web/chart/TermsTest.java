package health.visavis.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.chart.Coded;
import org.junit.jupiter.api.Test;

class TermsTest {

    @Test
    void theKindOfTheConceptIsNotSaid() {
        assertThat(Terms.plain("Essential hypertension (disorder)")).isEqualTo("Essential hypertension");
        assertThat(Terms.plain("Contraception care (regime/therapy)")).isEqualTo("Contraception care");
    }

    @Test
    void thePropertyOfAMeasurementIsNotSaid() {
        assertThat(Terms.plain(loinc("Pain severity - 0-10 verbal numeric rating [Score] - Reported")))
                .isEqualTo("Pain severity - 0-10 verbal numeric rating");
        assertThat(Terms.plain(loinc("Glucose [Mass/volume] in Blood"))).isEqualTo("Glucose in Blood");
        assertThat(Terms.plain(loinc("Patient Health Questionnaire 2 item (PHQ-2) total score [Reported]")))
                .isEqualTo("Patient Health Questionnaire 2 item (PHQ-2) total score");
        assertThat(Terms.plain(loinc("[Score]"))).isEqualTo("[Score]");
        assertThat(Terms.plain("Positive (qualifier value)")).isEqualTo("Positive");
    }

    @Test
    void theKindOfAConceptIsNotSaidInsideASentence() {
        assertThat(Terms.withoutKinds("Take with food (qualifier value), as needed (qualifier value)"))
                .isEqualTo("Take with food, as needed");
    }

    @Test
    void theBrandOfAMedicineStays() {
        var tablet = new Coded(
                "http://www.nlm.nih.gov/research/umls/rxnorm", "1", "Metformin 500 MG Oral Tablet [Glucophage]");

        assertThat(Terms.plain(tablet)).isEqualTo("Metformin 500 MG Oral Tablet [Glucophage]");
    }

    @Test
    void otherParenthesesStay() {
        assertThat(Terms.plain("Body mass index (BMI)")).isEqualTo("Body mass index (BMI)");
        assertThat(Terms.plain("Pain (finding) in the knee")).isEqualTo("Pain (finding) in the knee");
    }

    private static Coded loinc(String display) {
        return new Coded("http://loinc.org", "1", display);
    }
}
