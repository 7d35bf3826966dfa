package health.visavis.keys;

import health.visavis.kernel.Algorithms;
import health.visavis.kernel.PatientId;
import health.visavis.keys.DataKeys.StoredKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Seals and opens what is stored about a patient with AES-256-GCM (NIST SP 800-38D).
///
/// A sealed value is `format (1 byte) | data key id (16) | nonce (12) | ciphertext and tag`. Authenticated with
/// it, and not stored: the patient, table, column and row, so that a value copied to another place is refused.
/// Nonces are 96 random bits; one patient's key seals far fewer than the 2³² values that this allows (SP
/// 800-38D, section 8.3).
@Component
public class PatientCipher {

    private static final byte FORMAT = 1;
    private static final int HEADER = 1 + 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyVault vault;
    private final VaultBulkhead bulkhead;
    private final DataKeys dataKeys;
    private final DataKeyCache cache;

    PatientCipher(KeyVault vault, VaultBulkhead bulkhead, DataKeys dataKeys, DataKeyCache cache) {
        this.vault = vault;
        this.bulkhead = bulkhead;
        this.dataKeys = dataKeys;
        this.cache = cache;
    }

    /// Makes the patient's data key when there is none yet, in the caller's transaction.
    ///
    /// @throws ContentDestroyed when the patient's data key was destroyed
    /// @throws KeyUnavailable when the patient's data key can no longer be unwrapped
    /// @throws KeyVaultAway when the vault has to be asked, and is away or too busy
    public byte[] encrypt(PatientId patient, RowContext row, byte[] plain) {
        var key = keyToSeal(patient);
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key.key(), nonce);
            cipher.updateAAD(place(key.id(), patient, row));
            var sealed = ByteBuffer.allocate(HEADER + NONCE + plain.length + TAG_BITS / 8)
                    .put(FORMAT)
                    .putLong(key.id().getMostSignificantBits())
                    .putLong(key.id().getLeastSignificantBits())
                    .put(nonce);
            cipher.doFinal(ByteBuffer.wrap(plain), sealed);
            return sealed.array();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("AES-GCM is not available", missing);
        }
    }

    /// Whether something can still be sealed for this patient: their content was not destroyed. Makes no key.
    ///
    /// @throws KeyUnavailable when the patient's data key can no longer be unwrapped
    /// @throws KeyVaultAway when the vault has to be asked, and is away or too busy
    public boolean seals(PatientId patient) {
        return cache.get(patient) != null
                || dataKeys.ofPatient(patient)
                        .map(stored -> switch (stored) {
                            case StoredKey.Kept kept -> {
                                open(patient, kept);
                                yield true;
                            }
                            case StoredKey.Destroyed _ -> false;
                        })
                        .orElse(true);
    }

    /// @throws SealBroken when the value was changed or does not belong to this patient and place
    /// @throws ContentDestroyed when the patient's data key was destroyed
    /// @throws KeyUnavailable when the patient's data key is gone or can no longer be unwrapped
    /// @throws KeyVaultAway when it has to be unwrapped, and the vault is away or too busy
    public byte[] decrypt(PatientId patient, RowContext row, byte[] sealed) {
        if (sealed.length < HEADER + NONCE + TAG_BITS / 8 || sealed[0] != FORMAT) {
            throw new SealBroken(row);
        }
        var buffer = ByteBuffer.wrap(sealed, 1, 16);
        var keyId = new UUID(buffer.getLong(), buffer.getLong());
        var key = keyToOpen(patient);
        if (!key.id().equals(keyId)) {
            throw new SealBroken(row);
        }
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key.key(), Arrays.copyOfRange(sealed, HEADER, HEADER + NONCE));
            cipher.updateAAD(place(keyId, patient, row));
            return cipher.doFinal(sealed, HEADER + NONCE, sealed.length - HEADER - NONCE);
        } catch (AEADBadTagException changed) {
            throw new SealBroken(row);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("AES-GCM is not available", missing);
        }
    }

    public byte[] encryptText(PatientId patient, RowContext row, String plain) {
        return encrypt(patient, row, plain.getBytes(StandardCharsets.UTF_8));
    }

    public String decryptText(PatientId patient, RowContext row, byte[] sealed) {
        return new String(decrypt(patient, row, sealed), StandardCharsets.UTF_8);
    }

    private DataKeyCache.OpenKey keyToSeal(PatientId patient) {
        var cached = cache.get(patient);
        if (cached != null) {
            return cached;
        }
        var stored = dataKeys.ofPatient(patient).orElseGet(() -> dataKeys.keep(patient, wrapped(newDataKey())));
        return open(patient, stored);
    }

    private DataKeyCache.OpenKey keyToOpen(PatientId patient) {
        var cached = cache.get(patient);
        if (cached != null) {
            return cached;
        }
        var stored = dataKeys.ofPatient(patient).orElseThrow(() -> new KeyUnavailable("data key of " + patient));
        return open(patient, stored);
    }

    private DataKeyCache.OpenKey open(PatientId patient, StoredKey stored) {
        return switch (stored) {
            case StoredKey.Kept kept -> open(patient, kept);
            case StoredKey.Destroyed _ -> throw new ContentDestroyed(patient);
        };
    }

    private DataKeyCache.OpenKey open(PatientId patient, StoredKey.Kept stored) {
        var opened = bulkhead.ask(() -> vault.unwrap(stored.wrapped()));
        var key = new DataKeyCache.OpenKey(stored.id(), new SecretKeySpec(opened, "AES"));
        cache.put(patient, key);
        return key;
    }

    private WrappedKey wrapped(byte[] dataKey) {
        return bulkhead.ask(() -> vault.wrap(dataKey));
    }

    private static byte[] newDataKey() {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        return key;
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Algorithms.inUse().cipher("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] place(UUID keyId, PatientId patient, RowContext row) {
        return (FORMAT + "|" + keyId + "|" + patient + "|" + row.table() + "|" + row.column() + "|" + row.row())
                .getBytes(StandardCharsets.UTF_8);
    }
}
