package health.visavis.local.audit;

import health.visavis.audit.CheckpointSigner;
import health.visavis.kernel.Algorithms;
import health.visavis.local.CannotStart;
import health.visavis.local.keystore.KeyFolder;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/// Signs with a key in a file that only its owner can read; made once, so that checkpoints hold across restarts.
public final class FileCheckpointSigner implements CheckpointSigner {

    private static final String FILE = "audit-signing.key";
    private static final String PRIVATE = "private";
    private static final String PUBLIC = "public";

    private final PrivateKey key;
    private final byte[] publicKey;

    private FileCheckpointSigner(PrivateKey key, byte[] publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    public static FileCheckpointSigner in(KeyFolder folder) {
        var file = read(folder.secret(FILE, FileCheckpointSigner::generate));
        try {
            var key =
                    Algorithms.inUse().keyFactory("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes(file, PRIVATE)));
            return new FileCheckpointSigner(key, bytes(file, PUBLIC));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new CannotStart("The key file " + folder.file(FILE) + " holds no key that signs the audit log.");
        }
    }

    /// For whoever verifies; empty where nothing was ever signed.
    static Optional<byte[]> publicKeyIn(KeyFolder folder) {
        return folder.has(FILE) ? Optional.of(bytes(read(folder.read(FILE)), PUBLIC)) : Optional.empty();
    }

    @Override
    public Signature sign(byte[] text) {
        try {
            var signature = Algorithms.inUse().signature("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(text);
            return new Signature(signature.sign(), publicKey.clone());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("ECDSA is not available", missing);
        }
    }

    private static byte[] generate() {
        try {
            var generator = Algorithms.inUse().keyPairGenerator("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var file = new Properties();
            file.setProperty(
                    PRIVATE,
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            file.setProperty(
                    PUBLIC, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
            var text = new StringWriter();
            file.store(text, "Signs the audit log of a Visavis clinic (ES256).");
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("ECDSA is not available", missing);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static Properties read(byte[] content) {
        var file = new Properties();
        try {
            file.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return file;
    }

    private static byte[] bytes(Properties file, String name) {
        return Base64.getDecoder().decode(file.getProperty(name, ""));
    }
}
