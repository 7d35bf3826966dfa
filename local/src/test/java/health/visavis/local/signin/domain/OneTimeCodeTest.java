package health.visavis.local.signin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void theVectorsOfRfc6238Hold(long seconds, String sha1, String sha256, String sha512) {
        var step = OneTimeCode.stepAt(Instant.ofEpochSecond(seconds));

        assertThat(new OneTimeCode("HmacSHA1", 8).at(SECRET, step)).isEqualTo(sha1);
        assertThat(new OneTimeCode("HmacSHA256", 8).at(repeated(32), step)).isEqualTo(sha256);
        assertThat(new OneTimeCode("HmacSHA512", 8).at(repeated(64), step)).isEqualTo(sha512);
    }

    @Test
    void aCodeHoldsOneStepBeforeAndAfterItsOwn() {
        var now = Instant.ofEpochSecond(1_111_111_111);
        var step = OneTimeCode.stepAt(now);

        for (var shift = -1; shift <= 1; shift++) {
            assertThat(OneTimeCode.STANDARD.stepOf(OneTimeCode.STANDARD.at(SECRET, step + shift), SECRET, now))
                    .hasValue(step + shift);
        }
        assertThat(OneTimeCode.STANDARD.stepOf(OneTimeCode.STANDARD.at(SECRET, step - 2), SECRET, now))
                .isEmpty();
        assertThat(OneTimeCode.STANDARD.stepOf(OneTimeCode.STANDARD.at(SECRET, step + 2), SECRET, now))
                .isEmpty();
    }

    @Test
    void spacesBetweenTheDigitsDoNotMatter() {
        var now = Instant.ofEpochSecond(1_111_111_111);
        var code = OneTimeCode.STANDARD.at(SECRET, OneTimeCode.stepAt(now));

        assertThat(OneTimeCode.STANDARD.stepOf(" " + code.substring(0, 3) + " " + code.substring(3), SECRET, now))
                .isPresent();
        assertThat(OneTimeCode.STANDARD.stepOf("", SECRET, now)).isEmpty();
    }

    private static byte[] repeated(int length) {
        return "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }
}
