package health.visavis.local.keystore;

import health.visavis.keys.KeyUnavailable;
import health.visavis.keys.KeyVault;
import health.visavis.keys.KeyVaultAway;
import health.visavis.keys.KeyVaultAway.Reason;
import health.visavis.keys.WrappedKey;
import health.visavis.local.CannotStart;
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
        var sealed = current().seal(dataKey, CONTEXT);
        return new WrappedKey(sealed.keyId(), sealed.bytes());
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped) {
        try {
            return current().open(new SealingKeys.Sealed(wrapped.keyId(), wrapped.bytes()), CONTEXT);
        } catch (GeneralSecurityException e) {
            throw new KeyUnavailable(wrapped.keyId());
        }
    }

    @Override
    public String currentKeyId() {
        return current().currentKeyId();
    }

    @Override
    public String rotate() {
        return current().rotate();
    }

    @Override
    public boolean isEarlier(String keyId, String currentKeyId) {
        return !keyId.equals(currentKeyId) && keys.isEarlier(keyId);
    }

    /// The key is taken out of the file. A copy of the file that somebody kept still has it.
    @Override
    public void revoke(String keyId) {
        if (!current().remove(keyId)) {
            throw new KeyUnavailable(keyId);
        }
    }

    /// As the file is now: a command or another instance may have turned the key. Keys are asked for rarely, since
    /// unwrapped ones are kept for minutes.
    private SealingKeys current() {
        try {
            keys.readAgain();
            return keys;
        } catch (CannotStart unreadable) {
            throw new KeyVaultAway(Reason.FAILED, "the key file can not be read");
        }
    }
}
