package health.visavis.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.visavis.kernel.PatientId;
import java.time.Duration;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Unwrapped data keys in memory: at most 10,000, each for at most 10 minutes, so that a revoked key stops opening
/// soon.
@Component
class DataKeyCache {

    record OpenKey(UUID id, SecretKey key) {}

    private final Cache<PatientId, OpenKey> keys = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    @Nullable
    OpenKey get(PatientId patient) {
        return keys.getIfPresent(patient);
    }

    /// A key enters only when the transaction that saw it has committed: a data key that was rolled back must not seal
    /// anything.
    void put(PatientId patient, OpenKey key) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            keys.put(patient, key);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keys.put(patient, key);
            }
        });
    }

    void clear() {
        keys.invalidateAll();
    }
}
