package health.visavis.keys;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.PlatformTest;
import health.visavis.kernel.PatientId;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class DataKeyCacheModuleTest {

    @Autowired
    PlatformTransactionManager transactions;

    private final DataKeyCache cache = new DataKeyCache();
    private final PatientId patient = PatientId.next();
    private final DataKeyCache.OpenKey key =
            new DataKeyCache.OpenKey(UUID.randomUUID(), new SecretKeySpec(new byte[32], "AES"));

    @Test
    void outsideATransactionAKeyIsKeptAtOnce() {
        cache.put(patient, key);

        assertThat(cache.get(patient)).isSameAs(key);
        cache.clear();
        assertThat(cache.get(patient)).isNull();
    }

    @Test
    void aKeyServesTheTransactionThatSawItAndEverybodyOnceThatHasCommitted() {
        var other = PatientId.next();
        new TransactionTemplate(transactions).executeWithoutResult(open -> {
            cache.put(patient, key);
            cache.put(other, key);
            assertThat(cache.get(patient)).isSameAs(key);
            assertThat(seenFromElsewhere()).isNull();
            assertThat(cache.get(patient)).as("after the other transaction").isSameAs(key);
        });

        assertThat(cache.get(patient)).isSameAs(key);
        assertThat(cache.get(other)).isSameAs(key);
    }

    @Test
    void aKeyThatWasRolledBackIsForgotten() {
        new TransactionTemplate(transactions).executeWithoutResult(open -> {
            cache.put(patient, key);
            open.setRollbackOnly();
        });

        assertThat(cache.get(patient)).isNull();
        new TransactionTemplate(transactions)
                .executeWithoutResult(next -> assertThat(cache.get(patient)).isNull());
    }

    /// By a transaction of its own within this one.
    private DataKeyCache.OpenKey seenFromElsewhere() {
        var elsewhere = new TransactionTemplate(transactions);
        elsewhere.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return elsewhere.execute(open -> cache.get(patient));
    }
}
