package health.visavis.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A vault for tests that lives as long as its JVM.
public final class MemoryKeyVault implements KeyVault {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String name = "memory-" + UUID.randomUUID() + "/";
    private final Map<String, SecretKeySpec> versions = new LinkedHashMap<>();
    private int current;

    public MemoryKeyVault() {
        rotate();
    }

    @Override
    public synchronized WrappedKey wrap(byte[] dataKey) {
        try {
            var nonce = new byte[12];
            RANDOM.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, currentKeyId(), nonce).doFinal(dataKey);
            return new WrappedKey(
                    currentKeyId(),
                    ByteBuffer.allocate(12 + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public synchronized byte[] unwrap(WrappedKey wrapped) {
        try {
            return cipher(Cipher.DECRYPT_MODE, wrapped.keyId(), Arrays.copyOf(wrapped.bytes(), 12))
                    .doFinal(wrapped.bytes(), 12, wrapped.bytes().length - 12);
        } catch (GeneralSecurityException changed) {
            throw new KeyUnavailable(wrapped.keyId());
        }
    }

    @Override
    public synchronized String currentKeyId() {
        return name + current;
    }

    @Override
    public synchronized String rotate() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        current++;
        versions.put(currentKeyId(), new SecretKeySpec(bytes, "AES"));
        return currentKeyId();
    }

    @Override
    public boolean isEarlier(String keyId, String currentKeyId) {
        return keyId.startsWith(name) && !keyId.equals(currentKeyId);
    }

    @Override
    public synchronized void revoke(String keyId) {
        if (keyId.equals(currentKeyId()) || !keyId.startsWith(name)) {
            throw new KeyUnavailable(keyId);
        }
        versions.remove(keyId);
    }

    private Cipher cipher(int mode, String keyId, byte[] nonce) throws GeneralSecurityException {
        var key = versions.get(keyId);
        if (key == null) {
            throw new KeyUnavailable(keyId);
        }
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        return cipher;
    }
}
