package health.visavis.local.signin.domain;

import health.visavis.kernel.Algorithms;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/// Codes from time and a shared secret (RFC 6238), as authenticator apps make them.
public record OneTimeCode(String algorithm, int digits) {

    public static final OneTimeCode STANDARD = new OneTimeCode("HmacSHA1", 6);
    public static final int SECONDS = 30;

    public static long stepAt(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS);
    }

    public String at(byte[] secret, long step) {
        try {
            var mac = Algorithms.inUse().mac(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
            var text = Integer.toString(number % (int) Math.pow(10, digits));
            return "0".repeat(digits - text.length()) + text;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " is not available", e);
        }
    }

    /// The step whose code this is: now, one before or one after, for clocks that differ. Every candidate is
    /// compared in full, so the time taken says nothing.
    public OptionalLong stepOf(String typed, byte[] secret, Instant now) {
        var given = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        var current = stepAt(now);
        var found = OptionalLong.empty();
        for (var step = current - 1; step <= current + 1; step++) {
            var right = MessageDigest.isEqual(given, at(secret, step).getBytes(StandardCharsets.UTF_8));
            found = right ? OptionalLong.of(step) : found;
        }
        return found;
    }
}
