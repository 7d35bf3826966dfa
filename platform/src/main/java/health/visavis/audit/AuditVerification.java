package health.visavis.audit;

import health.visavis.audit.domain.VerificationKey;
import health.visavis.audit.store.AuditLog;
import health.visavis.audit.store.LogSnapshot;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Holds the trail against its log, the log against its checkpoints, and all of it against what the witnesses keep.
/// Needs a connection that may read, and nothing that runs; what is written meanwhile does not disturb it.
public final class AuditVerification {

    /// Beside the thread that compares.
    private static final int READERS = 2;

    private final DataSource database;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final List<CheckpointWitness> witnesses;

    private AuditVerification(
            DataSource database, AuditLog log, TransactionTemplate transaction, List<CheckpointWitness> witnesses) {
        this.database = database;
        this.log = log;
        this.transaction = transaction;
        this.witnesses = List.copyOf(witnesses);
    }

    public static AuditVerification of(DataSource database, List<CheckpointWitness> witnesses) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new AuditVerification(database, new AuditLog(new JdbcTemplate(database)), transaction, witnesses);
    }

    /// False in a database that no version with a log has opened yet: there is nothing to verify.
    public boolean isPossible() {
        return log.exists();
    }

    /// @param keys public keys that are trusted besides those that the witnesses keep, as SubjectPublicKeyInfo
    /// @param progress told of the rows done so far
    /// @throws CheckpointWitness.WitnessAway when a witness does not answer
    public VerificationReport verify(List<byte[]> keys, LongConsumer progress) {
        // Before the rows: what a witness gets meanwhile is not held against them.
        var parts = new LinkedHashMap<String, List<CheckpointWitness>>();
        var trusted = new ArrayList<>(keys.stream().map(VerificationKey::of).toList());
        for (var witness : witnesses) {
            for (var name : witness.names()) {
                if (WitnessedPart.isName(name)) {
                    parts.computeIfAbsent(name, first -> new ArrayList<>()).add(witness);
                } else if (Witnessed.isKey(name)) {
                    witness.get(name).flatMap(AuditVerification::key).ifPresent(trusted::add);
                }
            }
        }
        var sorted = parts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
        return Objects.requireNonNull(transaction.execute(open -> compared(sorted, trusted, progress)));
    }

    private VerificationReport compared(
            Map<String, List<CheckpointWitness>> parts, List<VerificationKey> trusted, LongConsumer progress) {
        try (var snapshot = LogSnapshot.of(log, database, READERS);
                var ahead = new ReadAhead(snapshot, log.size(), READERS)) {
            return new Comparing(log, ahead, trusted, progress).compare(parts);
        } catch (SQLException unavailable) {
            throw new DataAccessResourceFailureException("the audit log cannot be read", unavailable);
        }
    }

    /// Empty for what is none: it vouches for nothing.
    private static Optional<VerificationKey> key(byte[] pem) {
        try {
            return Optional.of(VerificationKey.parse(new String(pem, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
