package health.visavis.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
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

/// Unwrapped data keys in memory: at most [#BOUND], each for at most [#LIFETIME], so that a revoked key stops opening
/// soon.
@Component
class DataKeyCache {

    record OpenKey(UUID id, SecretKey key) {}

    static final int BOUND = 10_000;
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Cache<PatientId, OpenKey> keys;

    /// Whose key was destroyed: a transaction that has read it before must not bring it back.
    private final Cache<PatientId, Boolean> forgotten;

    DataKeyCache() {
        this(Ticker.systemTicker());
    }

    DataKeyCache(Ticker ticker) {
        this.keys = Caffeine.newBuilder()
                .maximumSize(BOUND)
                .expireAfterWrite(LIFETIME)
                .ticker(ticker)
                .build();
        this.forgotten =
                Caffeine.newBuilder().expireAfterWrite(LIFETIME).ticker(ticker).build();
    }

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
            remember(patient, key);
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
                keys.forEach(DataKeyCache.this::remember);
            }
        }
    }

    /// For good: what is put later for this patient is not kept.
    void forget(PatientId patient) {
        forgotten.put(patient, true);
        keys.invalidate(patient);
    }

    /// Asks again after it has put: [#forget] may have come in between.
    private void remember(PatientId patient, OpenKey key) {
        keys.put(patient, key);
        if (forgotten.getIfPresent(patient) != null) {
            keys.invalidate(patient);
        }
    }

    long size() {
        keys.cleanUp();
        return keys.estimatedSize();
    }

    void clear() {
        keys.invalidateAll();
    }
}
