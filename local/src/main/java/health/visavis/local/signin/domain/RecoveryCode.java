package health.visavis.local.signin.domain;

import health.visavis.kernel.Algorithms;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Stands in for a second factor, once. 80 random bits (NIST SP 800-63B-4, section 3.1.2: at least 64), written in four
/// groups that can be read aloud.
public record RecoveryCode(String written) {

    public static final int AT_ONCE = 8;

    private static final int BYTES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// A set, such as somebody prints and puts away.
    public static List<RecoveryCode> next() {
        return Stream.generate(RecoveryCode::random).limit(AT_ONCE).toList();
    }

    /// However somebody has typed it.
    public static RecoveryCode typed(String text) {
        return new RecoveryCode(text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", ""));
    }

    public String grouped() {
        return written.replaceAll("(.{4})(?!$)", "$1-");
    }

    /// How it is kept.
    public byte[] hash() {
        try {
            return Algorithms.inUse().digest("SHA-256").digest(written.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }

    private static RecoveryCode random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RecoveryCode(Base32.of(bytes));
    }
}
