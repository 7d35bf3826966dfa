package health.visavis.people;

import health.visavis.kernel.Algorithms;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;

/// How an invitation's secret is stored: as its SHA-256, enough for 256 random bits.
final class InvitationToken {

    private InvitationToken() {}

    static byte[] hash(String token) {
        try {
            return Algorithms.inUse().digest("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
