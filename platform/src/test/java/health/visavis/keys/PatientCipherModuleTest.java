package health.visavis.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.kernel.PatientId;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class PatientCipherModuleTest {

    private static final RowContext ROW = RowContext.of("message", "body", UUID.randomUUID());

    @Autowired
    PatientCipher cipher;

    @Autowired
    DataKeyCache cache;

    @Autowired
    TransactionTemplate transaction;

    private final PatientId patient = PatientId.next();

    @Test
    void opensWhatItSealed() {
        var sealed = cipher.encryptText(patient, ROW, "a cough since Tuesday");

        assertThat(cipher.decryptText(patient, ROW, sealed)).isEqualTo("a cough since Tuesday");
    }

    @Test
    void theSameTextNeverLooksTheSame() {
        assertThat(cipher.encryptText(patient, ROW, "yes")).isNotEqualTo(cipher.encryptText(patient, ROW, "yes"));
    }

    @Test
    void aValueMovedToAnotherRowColumnOrTableIsRefused() {
        var sealed = cipher.encryptText(patient, ROW, "text");

        for (var place : new RowContext[] {
            RowContext.of("message", "body", UUID.randomUUID()),
            RowContext.of("message", "title", ROW.row()),
            RowContext.of("thread", "body", ROW.row())
        }) {
            assertThatThrownBy(() -> cipher.decrypt(patient, place, sealed)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void aValueOfAnotherPatientIsRefused() {
        var other = PatientId.next();
        cipher.encryptText(other, ROW, "gives the other patient a key");
        var sealed = cipher.encryptText(patient, ROW, "text");

        assertThatThrownBy(() -> cipher.decrypt(other, ROW, sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void everyChangedByteIsNoticed() {
        var sealed = cipher.encryptText(patient, ROW, "text");

        for (var at = 0; at < sealed.length; at++) {
            var changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> cipher.decrypt(patient, ROW, changed)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void aShortenedValueIsRefused() {
        assertThatThrownBy(() -> cipher.decrypt(patient, ROW, new byte[0])).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> cipher.decrypt(patient, ROW, new byte[] {1, 2, 3}))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void anEmptyTextIsSealedLikeAnyOther() {
        assertThat(cipher.decryptText(patient, ROW, cipher.encryptText(patient, ROW, "")))
                .isEmpty();
    }

    @Test
    void noTwoPatientsHaveTheSameDataKey() {
        var other = PatientId.next();
        cipher.encryptText(patient, ROW, "text");
        cipher.encryptText(other, ROW, "text");

        var one = cache.get(patient).key().getEncoded();
        assertThat(one).hasSize(32).isNotEqualTo(cache.get(other).key().getEncoded());
    }

    @Test
    void withoutItsDataKeyAValueIsUnreadable() {
        var sealed = cipher.encryptText(patient, ROW, "text");
        new JdbcTemplate(TestDatabase.asSuperuser())
                .update("DELETE FROM data_key WHERE patient_id = ?", patient.value());
        cache.clear();

        assertThatThrownBy(() -> cipher.decrypt(patient, ROW, sealed)).isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void aDataKeyThatWasRolledBackSealsNothingLater() {
        transaction.executeWithoutResult(status -> {
            cipher.encryptText(patient, ROW, "lost");
            status.setRollbackOnly();
        });

        var sealed = cipher.encryptText(patient, ROW, "kept");
        cache.clear();

        assertThat(cipher.decryptText(patient, ROW, sealed)).isEqualTo("kept");
    }

    @Test
    void manyThatSealForANewPatientShareOneKey() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var work = IntStream.range(0, 8)
                    .<Callable<byte[]>>mapToObj(number -> () -> cipher.encryptText(patient, ROW, "text " + number))
                    .toList();
            var sealed = threads.invokeAll(work);
            cache.clear();

            for (var number = 0; number < 8; number++) {
                assertThat(cipher.decryptText(patient, ROW, sealed.get(number).get()))
                        .isEqualTo("text " + number);
            }
        }
    }

    @Test
    void theDataKeyIsStoredWrappedOnly() {
        cipher.encryptText(patient, ROW, "text");
        var key = cache.get(patient);

        var wrapped = new JdbcTemplate(TestDatabase.asSuperuser())
                .queryForObject("SELECT wrapped FROM data_key WHERE patient_id = ?", byte[].class, patient.value());

        assertThat(key).isNotNull();
        assertThat(wrapped).isNotNull();
        assertThat(indexOf(wrapped, key.key().getEncoded())).isNegative();
    }

    private static int indexOf(byte[] haystack, byte[] needle) {
        return new String(haystack, java.nio.charset.StandardCharsets.ISO_8859_1)
                .indexOf(new String(needle, java.nio.charset.StandardCharsets.ISO_8859_1));
    }
}
