package health.visavis.proof.http;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The code an authenticator app would show now (RFC 6238, SHA-1, six digits, thirty seconds).
public final class OneTimeCode {

    private static final String ALGORITHM = "HmacSHA1";

    private OneTimeCode() {}

    public static String now(String secretInHex) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secretInHex), ALGORITHM));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(Instant.now().getEpochSecond() / 30)
                    .array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException notHere) {
            throw new IllegalStateException(ALGORITHM + " is not available", notHere);
        }
    }
}
