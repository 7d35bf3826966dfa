package health.visavis.keys;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.Requirement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class DataKeyCacheTest {

    private final AtomicLong now = new AtomicLong();
    private final DataKeyCache cache = new DataKeyCache(now::get);
    private final DataKeyCache.OpenKey key =
            new DataKeyCache.OpenKey(UUID.randomUUID(), new SecretKeySpec(new byte[32], "AES"));

    /// Reading it does not make it live longer.
    @Test
    @Requirement("CRY-08")
    void aKeyIsForgottenWhenItsTimeIsOver() {
        var patient = PatientId.next();
        cache.put(patient, key);

        now.addAndGet(DataKeyCache.LIFETIME.toNanos() - 1);
        assertThat(cache.get(patient)).isSameAs(key);

        now.addAndGet(1);
        assertThat(cache.get(patient)).isNull();
    }

    @Test
    void thereAreNeverMoreThanTheBound() {
        for (var number = 0; number < DataKeyCache.BOUND + 500; number++) {
            cache.put(PatientId.next(), key);
        }

        assertThat(cache.size()).isEqualTo(DataKeyCache.BOUND);
    }
}
