package health.visavis.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.Requirement;
import health.visavis.keys.KeyVaultAway.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RewrappingTest {

    private static final RowContext ROW = RowContext.of("message", "body", UUID.randomUUID());
    private static final int MANY = 3 * KeysDatabase.BATCH + 2;

    private final MemoryKeyVault vault = new MemoryKeyVault();
    private final KeysDatabase database = KeysDatabase.now();

    @Test
    @Requirement("CRY-06")
    void afterARotationEveryKeyIsWrappedByTheCurrentVersionAndEverythingOpens() {
        var sealed = sealedForMany();
        var old = vault.currentKeyId();
        var current = vault.rotate();

        assertThat(database.rewrapping(vault).round(1_000)).isEqualTo(new Rewrapping.Tally(MANY, 0));

        assertThat(database.dataKeys().versions())
                .containsExactly(new KeyStanding.Version(old, 0), new KeyStanding.Version(current, MANY));
        assertAllOpen(sealed);
        assertThat(database.rewrapping(vault).round(1_000)).isEqualTo(new Rewrapping.Tally(0, 0));
    }

    @Test
    void aRoundThatWasCutOffIsGoneOnWith() {
        var sealed = sealedForMany();
        vault.rotate();

        assertThat(database.rewrapping(vault).round(7).rewrapped()).isEqualTo(7);
        assertAllOpen(sealed);

        assertThat(database.rewrapping(vault).round(1_000).rewrapped()).isEqualTo(MANY - 7);
    }

    @Test
    void whatIsReadAndWrittenMeanwhileNeverFails() throws Exception {
        var sealed = sealedForMany();
        var turning = new AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var readers = IntStream.range(0, 2)
                    .mapToObj(number -> threads.submit(() -> {
                        var rounds = 0;
                        while (turning.get()) {
                            assertAllOpen(sealed);
                            var newcomer = PatientId.next();
                            var cipher = database.cipher(vault);
                            assertThat(cipher.decryptText(newcomer, ROW, cipher.encryptText(newcomer, ROW, "new")))
                                    .isEqualTo("new");
                            rounds++;
                        }
                        return rounds;
                    }))
                    .toList();
            for (var turn = 0; turn < 3; turn++) {
                vault.rotate();
                var instance = database.rewrapping(vault);
                for (var round : threads.invokeAll(List.<Callable<Rewrapping.Tally>>of(
                        () -> instance.round(10_000),
                        () -> database.rewrapping(vault).round(10_000)))) {
                    assertThat(round.get().stuck()).isZero();
                }
            }
            turning.set(false);
            for (var reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
        assertAllOpen(sealed);
    }

    @Test
    void aKeyThatItsVersionDoesNotOpenIsLeftAsItIsAndTheRestGoesOn() {
        var sealed = sealedForMany();
        var stuck = sealed.keySet().iterator().next();
        database.jdbc()
                .update(
                        "UPDATE data_key SET wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)"
                                + " WHERE patient_id = ?",
                        stuck.value());
        vault.rotate();

        assertThat(database.rewrapping(vault).round(1_000)).isEqualTo(new Rewrapping.Tally(MANY - 1, 1));
    }

    @Test
    void aKeyThatIsDestroyedMeanwhileStaysDestroyed() {
        var patient = PatientId.next();
        var sealed = database.cipher(vault).encryptText(patient, ROW, "text");
        vault.rotate();
        var destroying = new Intercepted(vault, () -> database.dataKeys().destroy(patient));

        assertThat(database.rewrapping(destroying).round(10).rewrapped()).isZero();

        assertThatThrownBy(() -> database.cipher(vault).decrypt(patient, ROW, sealed))
                .isInstanceOf(ContentDestroyed.class);
    }

    @Test
    void aVaultThatGoesAwayLosesNothing() {
        var sealed = sealedForMany();
        vault.rotate();
        var away = new Intercepted(vault, () -> {
            throw new KeyVaultAway(Reason.UNREACHABLE, "no answer");
        });

        assertThatThrownBy(() -> database.rewrapping(away).round(10)).isInstanceOf(KeyVaultAway.class);

        assertAllOpen(sealed);
    }

    /// A wrapping that does not open must not take the place of one that does.
    @Test
    void whatDoesNotOpenIsNotWritten() {
        var patient = PatientId.next();
        var sealed = database.cipher(vault).encryptText(patient, ROW, "text");
        var before = database.versionOf(patient);
        vault.rotate();
        var broken = new Intercepted(vault, () -> {}) {
            @Override
            public WrappedKey wrap(byte[] dataKey) {
                return vault.wrap(new byte[32]);
            }
        };

        assertThat(database.rewrapping(broken).round(10)).isEqualTo(new Rewrapping.Tally(0, 1));

        assertThat(database.versionOf(patient)).isEqualTo(before);
        assertThat(database.cipher(vault).decryptText(patient, ROW, sealed)).isEqualTo("text");
    }

    /// What is sealed is not touched by a rotation, so a backup of before and its wrapped keys are what revoking ends.
    @Test
    @Requirement({"CRY-01", "CRY-08"})
    void aBackupFromBeforeIsUnreadableOnceItsVersionIsRevoked() {
        var patient = PatientId.next();
        var sealed = database.cipher(vault).encryptText(patient, ROW, "text");
        var old = database.versionOf(patient);
        var backup = database.backup();
        vault.rotate();
        database.rewrapping(vault).round(10);
        assertThat(backup.cipher(vault).decryptText(patient, ROW, sealed))
                .as("before: so the test would see it")
                .isEqualTo("text");

        vault.revoke(old);

        assertThatThrownBy(() -> backup.cipher(vault).decryptText(patient, ROW, sealed))
                .isInstanceOf(KeyUnavailable.class);
        assertThat(database.cipher(vault).decryptText(patient, ROW, sealed)).isEqualTo("text");
    }

    private Map<PatientId, byte[]> sealedForMany() {
        var cipher = database.cipher(vault);
        var patients = new ArrayList<PatientId>();
        for (var number = 0; number < MANY; number++) {
            patients.add(PatientId.next());
        }
        return patients.stream()
                .collect(Collectors.toMap(
                        patient -> patient, patient -> cipher.encryptText(patient, ROW, "of " + patient)));
    }

    private void assertAllOpen(Map<PatientId, byte[]> sealed) {
        var cipher = database.cipher(vault);
        sealed.forEach((patient, value) ->
                assertThat(cipher.decryptText(patient, ROW, value)).isEqualTo("of " + patient));
    }

    /// Something happens while a key is on its way between two versions.
    private static class Intercepted implements KeyVault {

        private final KeyVault vault;
        private final Runnable meanwhile;

        Intercepted(KeyVault vault, Runnable meanwhile) {
            this.vault = vault;
            this.meanwhile = meanwhile;
        }

        @Override
        public WrappedKey wrap(byte[] dataKey) {
            meanwhile.run();
            return vault.wrap(dataKey);
        }

        @Override
        public byte[] unwrap(WrappedKey wrapped) {
            return vault.unwrap(wrapped);
        }

        @Override
        public String currentKeyId() {
            return vault.currentKeyId();
        }

        @Override
        public String rotate() {
            return vault.rotate();
        }

        @Override
        public boolean isEarlier(String keyId, String currentKeyId) {
            return vault.isEarlier(keyId, currentKeyId);
        }

        @Override
        public void revoke(String keyId) {
            vault.revoke(keyId);
        }
    }
}
