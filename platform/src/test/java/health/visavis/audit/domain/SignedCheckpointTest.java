package health.visavis.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.audit.MemorySigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedCheckpointTest {

    private static final Checkpoint CHECKPOINT = new Checkpoint(
            "visavis-audit", 7, Hash.OF_NOTHING, 2, Hash.ofLeaf(new byte[0]), Instant.parse("2026-03-02T12:00:00Z"));

    @Test
    void whatIsSignedIsReadable() {
        assertThat(CHECKPOINT.text()).isEqualTo("""
                visavis-audit
                7
                47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
                patients 2 bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=
                time 2026-03-02T12:00:00Z
                """);
    }

    @Test
    void aSignatureHoldsForItsKeyAndItsText() {
        var signer = new MemorySigner();
        var signed = signed(CHECKPOINT, signer);
        var key = VerificationKey.of(signer.sign(new byte[0]).publicKey());

        assertThat(signed.isSignedBy(key)).isTrue();
        assertThat(signed.isSignedBy(
                        VerificationKey.of(new MemorySigner().sign(new byte[0]).publicKey())))
                .isFalse();
        var grown = new Checkpoint(
                CHECKPOINT.origin(), 8, CHECKPOINT.root(), 2, CHECKPOINT.patientsRoot(), CHECKPOINT.at());
        assertThat(new SignedCheckpoint(grown, signed.key(), signed.signature()).isSignedBy(key))
                .isFalse();
        assertThat(SignedCheckpoint.parse(signed.text()).isSignedBy(key)).isTrue();
        assertThat(VerificationKey.parse(key.pem())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "visavis-audit\n7\n",
                "visavis-audit\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 visavis-audit AAAA\n"
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatThrownBy(() -> SignedCheckpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /// One text for one checkpoint: else two that look different could be the same.
    @Test
    void aCheckpointIsReadOnlyAsItIsWritten() {
        var text = signed(CHECKPOINT, new MemorySigner()).text();

        assertThat(SignedCheckpoint.parse(text).text()).isEqualTo(text);
        assertThatThrownBy(() -> SignedCheckpoint.parse(text.replace("\n7\n", "\n07\n")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SignedCheckpoint.parse(text + "\u2014 somebody AAAA\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SignedCheckpoint signed(Checkpoint checkpoint, MemorySigner signer) {
        var signature = signer.sign(checkpoint.text().getBytes(StandardCharsets.UTF_8));
        return new SignedCheckpoint(
                checkpoint, VerificationKey.of(signature.publicKey()).id(checkpoint.origin()), signature.bytes());
    }
}
