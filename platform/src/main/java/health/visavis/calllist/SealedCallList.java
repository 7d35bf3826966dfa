package health.visavis.calllist;

import health.visavis.kernel.Algorithms;
import health.visavis.keys.KeyUnavailable;
import health.visavis.keys.KeyVault;
import health.visavis.keys.WrappedKey;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/// A call list as a file: sealed with a data key of its own, which two can open: the clinic's key vault, and the
/// administrator's passphrase. When it was written stands outside, so that its age is known before anybody opens it,
/// and is authenticated with the rest.
public final class SealedCallList {

    public static final String FILE = "call-list.visavis";

    /// The file is no call list, or was changed.
    public static final class Broken extends RuntimeException {

        Broken() {
            super("not a call list, or changed");
        }
    }

    /// The passphrase is another.
    public static final class WrongPassphrase extends RuntimeException {

        WrongPassphrase() {
            super("wrong passphrase");
        }
    }

    private static final String VERSION = "1";
    private static final int KEY_BYTES = 32;

    private final Properties file;

    private SealedCallList(Properties file) {
        this.file = file;
    }

    /// @param recovery null where no administrator has made one: then only the clinic's key vault opens it
    public static SealedCallList seal(CallList list, KeyVault vault, @Nullable RecoveryKey recovery) {
        var dataKey = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(dataKey);
        var file = new Properties();
        file.setProperty("version", VERSION);
        file.setProperty("written-at", list.writtenAt().toString());
        var wrapped = vault.wrap(dataKey);
        file.setProperty("vault.key", wrapped.keyId());
        file.setProperty("vault.wrapped", RecoveryKey.text(wrapped.bytes()));
        try {
            if (recovery != null) {
                sealFor(recovery, dataKey, file);
            }
            var plain = list.written().getBytes(StandardCharsets.UTF_8);
            file.setProperty("content", RecoveryKey.text(Sealed.seal(dataKey, plain, purpose(file))));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("AES-GCM or X25519 is not available", missing);
        }
        return new SealedCallList(file);
    }

    /// @throws Broken when the text is no call list
    public static SealedCallList read(String text) {
        var file = new Properties();
        try {
            file.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException none) {
            throw new Broken();
        }
        if (!VERSION.equals(file.getProperty("version")) || !file.containsKey("content")) {
            throw new Broken();
        }
        return new SealedCallList(file);
    }

    public String text() {
        var text = new StringWriter();
        try {
            file.store(text, "Sealed call list of a Visavis clinic. Open it with: visavis calllist THIS-FILE");
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return text.toString();
    }

    public Instant writtenAt() {
        return Instant.parse(file.getProperty("written-at"));
    }

    /// Whether a passphrase opens it.
    public boolean hasRecoveryKey() {
        return RecoveryKey.isIn(file);
    }

    /// Empty when this vault's keys are not the ones that sealed it.
    ///
    /// @throws Broken when the file was changed
    public Optional<CallList> open(KeyVault vault) {
        try {
            var wrapped = new WrappedKey(file.getProperty("vault.key", ""), RecoveryKey.bytes(file, "vault.wrapped"));
            return Optional.of(open(vault.unwrap(wrapped)));
        } catch (KeyUnavailable others) {
            return Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException changed) {
            throw new Broken();
        }
    }

    /// @throws WrongPassphrase when it does not open
    /// @throws Broken when the file was changed
    public CallList open(char[] passphrase) {
        PrivateKey key;
        RecoveryKey recovery;
        try {
            recovery = RecoveryKey.read(file);
            key = recovery.open(passphrase);
        } catch (GeneralSecurityException wrong) {
            throw new WrongPassphrase();
        } catch (IllegalArgumentException changed) {
            throw new Broken();
        }
        try {
            var ephemeral = Algorithms.inUse()
                    .keyFactory(RecoveryKey.CURVE)
                    .generatePublic(new X509EncodedKeySpec(RecoveryKey.bytes(file, "recovery.ephemeral")));
            var shared = shared(key, ephemeral, recovery);
            return open(Sealed.open(shared, RecoveryKey.bytes(file, "recovery.wrapped"), purpose(file)));
        } catch (GeneralSecurityException | IllegalArgumentException changed) {
            throw new Broken();
        }
    }

    private CallList open(byte[] dataKey) throws GeneralSecurityException {
        var plain = Sealed.open(dataKey, RecoveryKey.bytes(file, "content"), purpose(file));
        return CallList.read(new String(plain, StandardCharsets.UTF_8));
    }

    private static void sealFor(RecoveryKey recovery, byte[] dataKey, Properties file) throws GeneralSecurityException {
        recovery.writeTo(file);
        var ephemeral = Algorithms.inUse().keyPairGenerator(RecoveryKey.CURVE).generateKeyPair();
        var shared = shared(ephemeral.getPrivate(), recovery.toPublicKey(), recovery);
        file.setProperty(
                "recovery.ephemeral", RecoveryKey.text(ephemeral.getPublic().getEncoded()));
        file.setProperty("recovery.wrapped", RecoveryKey.text(Sealed.seal(shared, dataKey, purpose(file))));
    }

    /// X25519, then HKDF-SHA-256 (RFC 5869) over it for this recovery key alone.
    private static byte[] shared(PrivateKey own, PublicKey other, RecoveryKey recovery)
            throws GeneralSecurityException {
        var agreement = Algorithms.inUse().keyAgreement(RecoveryKey.CURVE);
        agreement.init(own);
        agreement.doPhase(other, true);
        var parameters = HKDFParameterSpec.ofExtract()
                .addIKM(agreement.generateSecret())
                .addSalt(recovery.salt())
                .thenExpand("visavis call list".getBytes(StandardCharsets.UTF_8), KEY_BYTES);
        return Algorithms.inUse().kdf("HKDF-SHA256").deriveData(parameters);
    }

    private static String purpose(Properties file) {
        return "visavis call list|" + file.getProperty("version") + "|" + file.getProperty("written-at");
    }
}
