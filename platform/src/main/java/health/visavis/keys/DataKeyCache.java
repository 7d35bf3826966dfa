package health.visavis.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.visavis.kernel.PatientId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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
        var cached = keys.getIfPresent(patient);
        if (cached != null) {
            return cached;
        }
        var seen = (SeenInTransaction) TransactionSynchronizationManager.getResource(this);
        return seen == null ? null : seen.keys.get(patient);
    }

    /// A key enters only when the transaction that saw it has committed: a data key that was rolled back must
    /// not seal anything. Until then it serves that transaction, which may seal ten thousand rows.
    void put(PatientId patient, OpenKey key) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            keys.put(patient, key);
            return;
        }
        var seen = (SeenInTransaction) TransactionSynchronizationManager.getResource(this);
        if (seen == null) {
            seen = new SeenInTransaction();
            TransactionSynchronizationManager.bindResource(this, seen);
            TransactionSynchronizationManager.registerSynchronization(seen);
        }
        seen.keys.put(patient, key);
    }

    private final class SeenInTransaction implements TransactionSynchronization {

        private final Map<PatientId, OpenKey> keys = new HashMap<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(DataKeyCache.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(DataKeyCache.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(DataKeyCache.this);
            if (status == STATUS_COMMITTED) {
                DataKeyCache.this.keys.putAll(keys);
            }
        }
    }

    void clear() {
        keys.invalidateAll();
    }
}
