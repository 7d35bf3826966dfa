package health.visavis.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.Sensitive;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SealedCodeTest {

    @Test
    void aCodeHas125BitsInFiveGroupsWithoutLettersThatLookLikeOthers() {
        var codes = IntStream.range(0, 200)
                .mapToObj(index -> SealedCode.next().reveal())
                .distinct()
                .toList();

        assertThat(codes)
                .hasSize(200)
                .allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){4}"));
        assertThat(String.join("", codes).chars().distinct().count())
                .as("32 signs, and the dash")
                .isEqualTo(33);
    }

    @Test
    void itIsTheSameHoweverItIsTyped() {
        var salt = new byte[SealedCode.SALT_BYTES];
        var code = hash("0ABCD-1EFGH-JKMNP-QRSTV-WXYZ0", salt);

        assertThat(hash("0abcd1efghjkmnpqrstvwxyz0", salt)).isEqualTo(code);
        assertThat(hash(" oabcd–iefgh jkmnp-qrstv wxyzO\n", salt)).isEqualTo(code);
        assertThat(hash("Oabcd-LEFGH-JKMNP-QRSTV-WXYZ0", salt)).isEqualTo(code);
        assertThat(hash("1ABCD-1EFGH-JKMNP-QRSTV-WXYZ0", salt)).isNotEqualTo(code);
    }

    @Test
    void twoHashesOfOneCodeHaveNothingInCommon() {
        var code = Sensitive.of("0ABCD-1EFGH-JKMNP-QRSTV-WXYZ0");

        var one = SealedCode.hash(code);
        var other = SealedCode.hash(code);

        assertThat(one.hash()).hasSize(32).isNotEqualTo(other.hash());
        assertThat(one.salt()).hasSize(16).isNotEqualTo(other.salt());
        assertThat(one.iterations()).isEqualTo(10_000);
        assertThat(SealedCode.stretched(code, one.salt(), one.iterations())).isEqualTo(one.hash());
    }

    private static byte[] hash(String typed, byte[] salt) {
        return SealedCode.stretched(Sensitive.of(typed), salt, 1_000);
    }
}
