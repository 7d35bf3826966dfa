package health.visavis.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/// UUID version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then 74 random bits, so that an index grows
/// at its end.
public final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeOrderedId() {}

    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    static UUID at(long epochMilli) {
        var high = (epochMilli << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        var low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /// @throws IllegalArgumentException when the text is not the 36 characters of a UUID; the message does not
    ///     repeat it
    public static UUID parse(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("not a UUID");
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("not a UUID");
        }
    }
}
