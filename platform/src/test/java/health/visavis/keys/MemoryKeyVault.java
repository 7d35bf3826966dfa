package health.visavis.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A vault for tests that lives as long as its JVM.
public final class MemoryKeyVault implements KeyVault {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    public MemoryKeyVault() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        key = new SecretKeySpec(bytes, "AES");
    }

    @Override
    public WrappedKey wrap(byte[] dataKey) {
        try {
            var nonce = new byte[12];
            RANDOM.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(dataKey);
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
    public byte[] unwrap(WrappedKey wrapped) {
        if (!wrapped.keyId().equals(currentKeyId())) {
            throw new KeyUnavailable(wrapped.keyId());
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(wrapped.bytes(), 12))
                    .doFinal(wrapped.bytes(), 12, wrapped.bytes().length - 12);
        } catch (GeneralSecurityException changed) {
            throw new KeyUnavailable(wrapped.keyId());
        }
    }

    @Override
    public String currentKeyId() {
        return "memory/1";
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        return cipher;
    }
}
