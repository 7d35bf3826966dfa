package health.visavis.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("CRY-01")
class AlgorithmsTest {

    private final Algorithms approved = chosen(Map.of("visavis.crypto.approved-only", "true"));
    private final Algorithms any = chosen(Map.of());

    @Test
    void whatSealsSignsAndComparesGoesOnInApprovedOnlyMode() {
        assertThatCode(() -> {
                    approved.cipher("AES/GCM/NoPadding");
                    approved.digest("SHA-256");
                    approved.mac("HmacSHA256");
                    approved.signature("SHA256withECDSAinP1363Format");
                    approved.keyFactory("EC");
                    approved.keyPairGenerator("EC");
                    approved.secretKeyFactory("PBKDF2WithHmacSHA256");
                    approved.kdf("HKDF-SHA256");
                })
                .doesNotThrowAnyException();
    }

    /// Java has all of them, so it is we who refuse.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AES/CBC/PKCS5Padding",
                "AES/ECB/NoPadding",
                "aes/gcm/nopadding",
                "ChaCha20-Poly1305",
                "DESede/CBC/PKCS5Padding",
                "RC4"
            })
    void aCipherThatIsNotOnTheListIsRefused(String transformation) {
        assertThatCode(() -> any.cipher(transformation)).doesNotThrowAnyException();
        assertRefused(() -> approved.cipher(transformation));
    }

    @Test
    void theRestIsRefusedToo() {
        assertRefused(() -> approved.digest("MD5"));
        assertRefused(() -> approved.digest("SHA-1"));
        assertRefused(() -> approved.mac("HmacMD5"));
        assertRefused(() -> approved.signature("Ed25519"));
        assertRefused(() -> approved.keyFactory("X25519"));
        assertRefused(() -> approved.keyPairGenerator("X25519"));
        assertRefused(() -> approved.keyAgreement("X25519"));
        assertRefused(() -> approved.secretKeyFactory("PBKDF2WithHmacSHA1"));
        assertRefused(() -> approved.kdf("HKDF-SHA512"));
        assertThatCode(() -> any.keyAgreement("X25519")).doesNotThrowAnyException();
    }

    @Test
    void everythingComesFromTheProviderThatIsNamed() throws Exception {
        var named = chosen(Map.of("visavis.crypto.provider", "SunJCE"));

        assertThat(named.cipher("AES/GCM/NoPadding").getProvider().getName()).isEqualTo("SunJCE");
        assertThatThrownBy(() -> named.digest("SHA-256"))
                .as("which has no such thing: no other is taken instead")
                .isInstanceOf(java.security.NoSuchAlgorithmException.class);
    }

    @Test
    void aProviderThatThereIsNotStopsTheProcess() {
        assertThatThrownBy(() -> chosen(Map.of("visavis.crypto.provider", "NoSuchProvider")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NoSuchProvider");
    }

    private static void assertRefused(ThrowingCallable asked) {
        assertThatThrownBy(asked).isInstanceOf(Algorithms.NotApproved.class);
    }

    private static Algorithms chosen(Map<String, String> settings) {
        return Algorithms.chosenBy(name -> settings.getOrDefault(name, ""));
    }
}
