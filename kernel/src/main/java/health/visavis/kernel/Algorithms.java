package health.visavis.kernel;

import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.SecretKeyFactory;
import org.jspecify.annotations.Nullable;

/// The one door to Java's cryptography: from which provider it comes, and whether algorithms that NIST has not approved
/// are refused. A rule of the house keeps everybody else from asking Java directly.
///
/// Chosen once for the process, before anything is sealed, by `-Dvisavis.crypto.provider=NAME` and
/// `-Dvisavis.crypto.approved-only=true`, or the environment's `VISAVIS_CRYPTO_PROVIDER` and
/// `VISAVIS_CRYPTO_APPROVED_ONLY`. Without them it is Java's own choice, and everything we use is allowed. TLS has
/// switches of its own in Java's security properties.
public final class Algorithms {

    /// Asked for in approved-only mode.
    public static final class NotApproved extends NoSuchAlgorithmException {

        NotApproved(String algorithm) {
            super(algorithm + " is not approved, and only what is approved may be used here");
        }
    }

    /// What of NIST's approved algorithms we use, and where they are approved. What is not here is refused.
    private static final Map<String, String> APPROVED = Map.ofEntries(
            Map.entry("AES/GCM/NoPadding", "SP 800-38D"),
            Map.entry("SHA-256", "FIPS 180-4"),
            Map.entry("HmacSHA256", "FIPS 198-1"),
            // For one-time codes (RFC 6238) and passes of relays, which know nothing else; SP 800-131A, until 2030.
            Map.entry("HmacSHA1", "FIPS 198-1"),
            Map.entry("SHA256withECDSAinP1363Format", "FIPS 186-5"),
            Map.entry("SHA256withECDSA", "FIPS 186-5"),
            Map.entry("EC", "FIPS 186-5"),
            Map.entry("PBKDF2WithHmacSHA256", "SP 800-132"),
            Map.entry("HKDF-SHA256", "SP 800-56C"));

    private static final Algorithms IN_USE = chosenBy(Algorithms::setting);

    private final @Nullable Provider provider;
    private final boolean approvedOnly;

    private Algorithms(@Nullable Provider provider, boolean approvedOnly) {
        this.provider = provider;
        this.approvedOnly = approvedOnly;
    }

    public static Algorithms inUse() {
        return IN_USE;
    }

    /// @param settings by name; an empty text where there is none
    /// @throws IllegalArgumentException when Java has no such provider: no other one takes its place
    static Algorithms chosenBy(UnaryOperator<String> settings) {
        var name = settings.apply("visavis.crypto.provider");
        var provider = name.isEmpty() ? null : Security.getProvider(name);
        if (provider == null && !name.isEmpty()) {
            throw new IllegalArgumentException("visavis.crypto.provider: Java has no provider " + name);
        }
        return new Algorithms(
                provider, settings.apply("visavis.crypto.approved-only").equals("true"));
    }

    public Cipher cipher(String transformation) throws NoSuchAlgorithmException, NoSuchPaddingException {
        check(transformation);
        return provider == null ? Cipher.getInstance(transformation) : Cipher.getInstance(transformation, provider);
    }

    public MessageDigest digest(String algorithm) throws NoSuchAlgorithmException {
        check(algorithm);
        return provider == null ? MessageDigest.getInstance(algorithm) : MessageDigest.getInstance(algorithm, provider);
    }

    public Mac mac(String algorithm) throws NoSuchAlgorithmException {
        check(algorithm);
        return provider == null ? Mac.getInstance(algorithm) : Mac.getInstance(algorithm, provider);
    }

    public Signature signature(String algorithm) throws NoSuchAlgorithmException {
        check(algorithm);
        return provider == null ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, provider);
    }

    public KeyFactory keyFactory(String algorithm) throws NoSuchAlgorithmException {
        check(algorithm);
        return provider == null ? KeyFactory.getInstance(algorithm) : KeyFactory.getInstance(algorithm, provider);
    }

    public KeyPairGenerator keyPairGenerator(String algorithm) throws NoSuchAlgorithmException {
        check(algorithm);
        return provider == null
                ? KeyPairGenerator.getInstance(algorithm)
                : KeyPairGenerator.getInstance(algorithm, provider);
    }

    public KeyAgreement keyAgreement(String algorithm) throws NoSuchAlgorithmException {
        check(algorithm);
        return provider == null ? KeyAgreement.getInstance(algorithm) : KeyAgreement.getInstance(algorithm, provider);
    }

    public SecretKeyFactory secretKeyFactory(String algorithm) throws NoSuchAlgorithmException {
        check(algorithm);
        return provider == null
                ? SecretKeyFactory.getInstance(algorithm)
                : SecretKeyFactory.getInstance(algorithm, provider);
    }

    public KDF kdf(String algorithm) throws NoSuchAlgorithmException {
        check(algorithm);
        return provider == null ? KDF.getInstance(algorithm) : KDF.getInstance(algorithm, provider);
    }

    private void check(String algorithm) throws NotApproved {
        if (approvedOnly && !APPROVED.containsKey(algorithm)) {
            throw new NotApproved(algorithm);
        }
    }

    private static String setting(String name) {
        var inEnvironment = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        var found = System.getProperty(name, System.getenv(inEnvironment));
        return found == null ? "" : found.strip();
    }
}
