package health.visavis.local.keystore;

import health.visavis.keys.KeyUnavailable;
import health.visavis.keys.KeyVault;
import health.visavis.keys.WrappedKey;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/// The key vault of one machine: wrapping keys in a file that only its owner can read.
public final class FileKeyVault implements KeyVault {

    private static final String FILE = "wrapping.keys";
    private static final String CONTEXT = "data key";

    private final SealingKeys keys;

    private FileKeyVault(SealingKeys keys) {
        this.keys = keys;
    }

    public static FileKeyVault in(Path folder) {
        return in(KeyFolder.at(folder));
    }

    public static FileKeyVault in(KeyFolder folder) {
        return new FileKeyVault(SealingKeys.in(folder, FILE));
    }

    @Override
    public WrappedKey wrap(byte[] dataKey) {
        var sealed = keys.seal(dataKey, CONTEXT);
        return new WrappedKey(sealed.keyId(), sealed.bytes());
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped) {
        try {
            return keys.open(new SealingKeys.Sealed(wrapped.keyId(), wrapped.bytes()), CONTEXT);
        } catch (GeneralSecurityException e) {
            throw new KeyUnavailable(wrapped.keyId());
        }
    }

    @Override
    public String currentKeyId() {
        return keys.currentKeyId();
    }

    /// New data keys are wrapped by a new key from now on.
    public void rotate() {
        keys.rotate();
    }
}
