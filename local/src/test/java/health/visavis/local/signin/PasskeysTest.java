package health.visavis.local.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PasskeysTest {

    @Test
    void passkeysBelongToNamesAndNotToNumbers() {
        assertThat(Passkeys.possibleAt(URI.create("http://localhost:8081"))).isTrue();
        assertThat(Passkeys.possibleAt(URI.create("https://clinic.example:8443")))
                .isTrue();
        assertThat(Passkeys.possibleAt(URI.create("https://192.168.1.20:8443"))).isFalse();
        assertThat(Passkeys.possibleAt(URI.create("https://[fe80::1]:8443"))).isFalse();
    }
}
