package health.visavis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.junit.jupiter.api.Test;

/// What everybody who signs checkpoints does; each adapter's test extends it.
public abstract class CheckpointSignerContract {

    private static final byte[] TEXT = "visavis-audit\n7\n".getBytes(StandardCharsets.UTF_8);

    protected abstract CheckpointSigner signer();

    @Test
    void whatIsSignedIsVerifiedWithTheKeyThatComesAlong() throws GeneralSecurityException {
        var signature = signer().sign(TEXT);

        assertThat(signature.bytes()).hasSize(64);
        assertThat(verifies(signature, TEXT)).isTrue();
        assertThat(verifies(signature, "visavis-audit\n8\n".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void theKeyIsOnP256AndStaysTheSame() throws GeneralSecurityException {
        var first = signer().sign(TEXT);

        assertThat(signer().sign(TEXT).publicKey()).isEqualTo(first.publicKey());
        assertThat(key(first).getParams().getCurve().getField().getFieldSize()).isEqualTo(256);
    }

    private static boolean verifies(CheckpointSigner.Signature signature, byte[] text) throws GeneralSecurityException {
        var check = java.security.Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(key(signature));
        check.update(text);
        return check.verify(signature.bytes());
    }

    private static ECPublicKey key(CheckpointSigner.Signature signature) throws GeneralSecurityException {
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(signature.publicKey()));
    }
}
