package health.visavis.calllist;

import health.visavis.kernel.Algorithms;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Properties;
import javax.crypto.spec.PBEKeySpec;

/// A pair of keys of the administrator's: the server seals with the public half and never holds the other, which is
/// sealed with a passphrase that only people know. Both halves go into every list, so a copy of the list and the
/// passphrase are all that is needed.
///
/// X25519 (RFC 7748); the passphrase goes through PBKDF2 with HMAC-SHA-256 (NIST SP 800-132), as often as OWASP asks.
///
/// @param sealedPrivate opens with the passphrase
public record RecoveryKey(byte[] publicKey, byte[] salt, int rounds, byte[] sealedPrivate) {

    public static final String FILE = "recovery.key";
    public static final int SHORTEST_PASSPHRASE = 12;

    static final String CURVE = "X25519";

    private static final int ROUNDS = 600_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final String PURPOSE = "visavis call list recovery key";
    private static final String PREFIX = "recovery.";

    public static RecoveryKey make(char[] passphrase) {
        if (passphrase.length < SHORTEST_PASSPHRASE) {
            throw new IllegalArgumentException("the passphrase is too short");
        }
        try {
            var pair = Algorithms.inUse().keyPairGenerator(CURVE).generateKeyPair();
            var salt = new byte[16];
            new SecureRandom().nextBytes(salt);
            var sealed = Sealed.seal(
                    stretched(passphrase, salt, ROUNDS), pair.getPrivate().getEncoded(), PURPOSE);
            return new RecoveryKey(pair.getPublic().getEncoded(), salt, ROUNDS, sealed);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("X25519 is not available", missing);
        }
    }

    /// @throws GeneralSecurityException when the passphrase is another
    PrivateKey open(char[] passphrase) throws GeneralSecurityException {
        var encoded = Sealed.open(stretched(passphrase, salt, rounds), sealedPrivate, PURPOSE);
        return Algorithms.inUse().keyFactory(CURVE).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    PublicKey toPublicKey() throws GeneralSecurityException {
        return Algorithms.inUse().keyFactory(CURVE).generatePublic(new X509EncodedKeySpec(publicKey));
    }

    public Properties written() {
        var properties = new Properties();
        writeTo(properties);
        return properties;
    }

    void writeTo(Properties properties) {
        properties.setProperty(PREFIX + "public", text(publicKey));
        properties.setProperty(PREFIX + "salt", text(salt));
        properties.setProperty(PREFIX + "rounds", Integer.toString(rounds));
        properties.setProperty(PREFIX + "private", text(sealedPrivate));
    }

    static boolean isIn(Properties properties) {
        return properties.containsKey(PREFIX + "public");
    }

    public static RecoveryKey read(Properties properties) {
        var rounds = Integer.parseInt(properties.getProperty(PREFIX + "rounds", ""));
        if (rounds < ROUNDS || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("not a recovery key");
        }
        return new RecoveryKey(
                bytes(properties, PREFIX + "public"),
                bytes(properties, PREFIX + "salt"),
                rounds,
                bytes(properties, PREFIX + "private"));
    }

    static byte[] bytes(Properties properties, String name) {
        return Base64.getDecoder().decode(properties.getProperty(name, ""));
    }

    static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] stretched(char[] passphrase, byte[] salt, int rounds) throws GeneralSecurityException {
        var spec = new PBEKeySpec(passphrase, salt, rounds, 256);
        try {
            return Algorithms.inUse()
                    .secretKeyFactory("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public String toString() {
        return "RecoveryKey[REDACTED]";
    }
}
