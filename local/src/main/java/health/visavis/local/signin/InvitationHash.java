package health.visavis.local.signin;

import health.visavis.kernel.Algorithms;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;

/// How the secret of an invitation is kept: as its SHA-256, enough for 256 random bits.
final class InvitationHash {

    private InvitationHash() {}

    static byte[] of(String token) {
        try {
            return Algorithms.inUse().digest("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
