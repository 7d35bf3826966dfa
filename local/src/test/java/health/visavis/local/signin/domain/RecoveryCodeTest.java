package health.visavis.local.signin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecoveryCodeTest {

    @Test
    void aSetHasEightDifferentCodesOfEightyBits() {
        assertThat(RecoveryCode.next())
                .hasSize(8)
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code.grouped()).matches("[A-Z2-7]{4}(-[A-Z2-7]{4}){3}"));
    }

    @Test
    void itIsTheSameHoweverItIsTyped() {
        var code = RecoveryCode.next().getFirst();

        assertThat(RecoveryCode.typed(" " + code.grouped().toLowerCase().replace('-', ' ')))
                .isEqualTo(code);
        assertThat(RecoveryCode.typed(code.grouped()).hash()).isEqualTo(code.hash());
        assertThat(RecoveryCode.typed("").hash()).isNotEqualTo(code.hash());
    }

    @Test
    void itIsNotPrinted() {
        var code = RecoveryCode.next().getFirst();

        assertThat(code.toString()).doesNotContain(code.written());
    }
}
