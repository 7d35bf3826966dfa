package health.visavis.keys;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.PatientId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// A database from before keys could be turned opens, and what was sealed in it too.
class ExistingDataKeysTest {

    private final MemoryKeyVault vault = new MemoryKeyVault();
    private final KeysDatabase database = KeysDatabase.before();

    @Test
    void whatWasSealedBeforeTheMigrationOpensAfterItAndAfterARotation() throws Exception {
        var patient = PatientId.next();
        var id = UUID.randomUUID();
        var row = UUID.randomUUID();
        var dataKey = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        var wrapped = vault.wrap(dataKey);
        database.jdbc()
                .update(
                        "INSERT INTO data_key (id, patient_id, vault_key, wrapped, created_at) VALUES (?, ?, ?, ?, now())",
                        id,
                        patient.value(),
                        wrapped.keyId(),
                        wrapped.bytes());
        var sealed = sealedByHand(id, patient, row, dataKey, "a cough since Tuesday");

        database.migrate();

        var place = RowContext.of("message", "body", row);
        assertThat(database.cipher(vault).decryptText(patient, place, sealed)).isEqualTo("a cough since Tuesday");
        vault.rotate();
        assertThat(database.rewrapping(vault).round(10).rewrapped()).isEqualTo(1);
        assertThat(database.cipher(vault).decryptText(patient, place, sealed)).isEqualTo("a cough since Tuesday");
    }

    /// The first format, spelled out: `1 | data key | nonce | ciphertext and tag`.
    private static byte[] sealedByHand(UUID key, PatientId patient, UUID row, byte[] dataKey, String text)
            throws Exception {
        var nonce = new byte[12];
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(dataKey, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(("1|" + key + "|" + patient + "|message|body|" + row).getBytes(StandardCharsets.UTF_8));
        var sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + 16 + 12 + sealed.length)
                .put((byte) 1)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .put(nonce)
                .put(sealed)
                .array();
    }
}
