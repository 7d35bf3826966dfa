package health.visavis.breakglass;

import health.visavis.kernel.Algorithms;
import health.visavis.kernel.Sensitive;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.spec.PBEKeySpec;

/// 125 random bits as somebody types them from paper: five groups of five letters and digits, none of which is taken
/// for
/// another (Crockford's base 32).
///
/// From 112 bits on NIST asks for a hash and for no stretching (SP 800-63B, section 5.1.2.2). It is stretched all the
/// same, less than a passphrase: whoever tries many at once is not to keep the machine busy.
final class SealedCode {

    static final int ITERATIONS = 10_000;
    static final int SALT_BYTES = 16;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 25;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// What the database keeps of one.
    ///
    /// @param hash 256 bits
    record Hash(byte[] salt, int iterations, byte[] hash) {

        @Override
        public String toString() {
            return "Hash[]";
        }
    }

    private SealedCode() {}

    static Sensitive<String> next() {
        return Sensitive.of(IntStream.range(0, LENGTH)
                .mapToObj(index -> (index > 0 && index % GROUP == 0 ? "-" : "")
                        + ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())))
                .collect(Collectors.joining()));
    }

    static Hash hash(Sensitive<String> code) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Hash(salt, ITERATIONS, stretched(code, salt, ITERATIONS));
    }

    /// Of what somebody typed, with or without dashes, in small letters or large. Anything can be hashed.
    static byte[] stretched(Sensitive<String> typed, byte[] salt, int iterations) {
        var spec = new PBEKeySpec(plain(typed.reveal()).toCharArray(), salt, iterations, 256);
        try {
            return Algorithms.inUse()
                    .secretKeyFactory("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("PBKDF2 is not available", missing);
        } finally {
            spec.clearPassword();
        }
    }

    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
