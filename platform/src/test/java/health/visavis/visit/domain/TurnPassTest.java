package health.visavis.visit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.Sensitive;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TurnPassTest {

    private static final Instant EXPIRY = Instant.ofEpochSecond(1_767_225_600);

    private final TurnPass pass = TurnPass.issue(Sensitive.of("a-shared-secret"), "seat", EXPIRY);

    @Test
    void theUserNameSaysUntilWhenAndForWhom() {
        assertThat(pass.userName()).isEqualTo("1767225600:seat");
    }

    /// `printf '%s' '1767225600:seat' | openssl dgst -sha1 -hmac a-shared-secret -binary | base64`
    @Test
    void thePasswordIsTheOneOpensslComputes() {
        assertThat(pass.password().reveal()).isEqualTo("ANCtTQoyB3W3n8yR5GFwOsFDUGc=");
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(pass.toString()).doesNotContain("ANCt").contains("[REDACTED]");
    }
}
