package health.visavis.visit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.Sensitive;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TurnPassTest {

    private static final Instant EXPIRY = Instant.ofEpochSecond(1_767_225_600);

    private static final SeatId SEAT = SeatId.of("01936d5e-7c00-7000-8000-000000000001");

    private final TurnPass pass = TurnPass.issue(Sensitive.of("a-shared-secret"), SEAT, EXPIRY);

    @Test
    void theUserNameSaysUntilWhenAndForWhom() {
        assertThat(pass.userName()).isEqualTo("1767225600:" + SEAT);
    }

    /// `printf '%s' '1767225600:01936d5e-7c00-7000-8000-000000000001' | openssl dgst -sha1 -hmac a-shared-secret
    /// -binary |
    /// base64`
    @Test
    void thePasswordIsTheOneOpensslComputes() {
        assertThat(pass.password().reveal()).isEqualTo("gCvSCsQs//JIHOeAt57IdAG4Hlk=");
    }

    /// `printf '%s' '1767225600:01936d5e-7c00-7000-8000-000000000001:visavis:gCvSCsQs//JIHOeAt57IdAG4Hlk=' | md5sum`
    @Test
    void whatAServerKeepsIsTheMd5OfBothAndTheRealm() {
        assertThat(pass.key().reveal()).isEqualTo("029c887e2583e16a84011bc3b25689fe");
    }

    @Test
    void eachSecretForOneTimeIsAnother() {
        assertThat(TurnPass.oneTimeSecret().reveal())
                .hasSize(44)
                .isNotEqualTo(TurnPass.oneTimeSecret().reveal());
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(pass.toString()).doesNotContain("gCvS").contains("[REDACTED]");
    }
}
