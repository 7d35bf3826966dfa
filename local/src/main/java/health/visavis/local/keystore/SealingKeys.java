package health.visavis.local.keystore;

import health.visavis.kernel.Algorithms;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A file of AES-256 keys: the current one seals, every earlier one still opens.
///
/// A sealed value is `nonce (12) | ciphertext and tag`; the id of its key and the caller's context are
/// authenticated with it. An id carries random bits, so that a key of another installation is never mistaken
/// for one of ours.
public final class SealingKeys {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String PREFIX = "file-";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyFolder folder;
    private final String file;
    private Properties keys;

    private SealingKeys(KeyFolder folder, String file) {
        this.folder = folder;
        this.file = file;
        this.keys = read(folder.secret(file, () -> written(withNewKey(new Properties()))));
    }

    public static SealingKeys in(KeyFolder folder, String file) {
        return new SealingKeys(folder, file);
    }

    public record Sealed(String keyId, byte[] bytes) {}

    public synchronized String currentKeyId() {
        return keys.getProperty("current");
    }

    /// From now on a new key seals; what earlier ones sealed still opens.
    ///
    /// @return its id
    public synchronized String rotate() {
        return folder.alone(file, () -> {
            var next = withNewKey(read(folder.read(file)));
            folder.write(file, written(next));
            keys = next;
            return currentKeyId();
        });
    }

    /// What this key has sealed opens no more. The current one stays.
    ///
    /// @return false when there is no such key, or it is the current one
    public synchronized boolean remove(String keyId) {
        return folder.alone(file, () -> {
            keys = read(folder.read(file));
            if (keyId.equals(currentKeyId()) || !keyId.startsWith(PREFIX)) {
                return false;
            }
            var next = new Properties();
            next.putAll(keys);
            var known = next.remove("key." + keyId) != null;
            if (!known && !next.containsKey("removed." + keyId)) {
                return false;
            }
            next.setProperty("removed." + keyId, "");
            folder.write(file, written(next));
            keys = next;
            return true;
        });
    }

    /// Whether this key has been here, and another one seals now.
    public synchronized boolean isEarlier(String keyId) {
        return !keyId.equals(currentKeyId())
                && (keys.containsKey("key." + keyId) || keys.containsKey("removed." + keyId));
    }

    /// Another process may have changed the file.
    public synchronized void readAgain() {
        keys = read(folder.read(file));
    }

    public Sealed seal(byte[] plain, String context) {
        var keyId = currentKeyId();
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key(keyId), nonce, keyId, context);
            return new Sealed(
                    keyId,
                    ByteBuffer.allocate(NONCE + plain.length + TAG_BITS / 8)
                            .put(nonce)
                            .put(cipher.doFinal(plain))
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /// @throws GeneralSecurityException when the key is unknown, or the bytes or the context are not those that
    ///     were sealed
    public byte[] open(Sealed sealed, String context) throws GeneralSecurityException {
        if (sealed.bytes().length < NONCE + TAG_BITS / 8) {
            throw new GeneralSecurityException("too short");
        }
        var nonce = java.util.Arrays.copyOf(sealed.bytes(), NONCE);
        return cipher(Cipher.DECRYPT_MODE, key(sealed.keyId()), nonce, sealed.keyId(), context)
                .doFinal(sealed.bytes(), NONCE, sealed.bytes().length - NONCE);
    }

    private synchronized SecretKey key(String id) throws GeneralSecurityException {
        var encoded = keys.getProperty("key." + id);
        if (encoded == null) {
            throw new GeneralSecurityException("no such key");
        }
        return new SecretKeySpec(Base64.getDecoder().decode(encoded), "AES");
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String keyId, String context)
            throws GeneralSecurityException {
        var cipher = Algorithms.inUse().cipher("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((keyId + "|" + context).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static Properties withNewKey(Properties before) {
        var next = new Properties();
        next.putAll(before);
        var key = new byte[32];
        RANDOM.nextBytes(key);
        var id = PREFIX + UUID.randomUUID();
        next.setProperty("key." + id, Base64.getEncoder().encodeToString(key));
        next.setProperty("current", id);
        return next;
    }

    private static Properties read(byte[] content) {
        var keys = new Properties();
        try {
            keys.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    private static byte[] written(Properties keys) {
        var text = new StringWriter();
        try {
            keys.store(text, "Keys of a Visavis clinic. Lose this file and what they sealed is lost.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
