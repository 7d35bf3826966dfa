package health.visavis.audit;

import health.visavis.audit.domain.Proofs;
import health.visavis.audit.domain.VerificationKey;
import health.visavis.audit.store.AuditLog;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A witness and what it has from us so far.
final class Witnessed {

    private static final String KEY = "key-";
    private static final String KEY_ENDING = ".pem";
    private static final long UNKNOWN = -1;

    private final CheckpointWitness witness;
    private final Set<VerificationKey> keys = new HashSet<>();
    private long size = UNKNOWN;

    Witnessed(CheckpointWitness witness) {
        this.witness = witness;
    }

    /// Of the newest part it has; 0 for none.
    long size() {
        if (size == UNKNOWN) {
            size = newest().map(WitnessedPart::size).orElse(0L);
        }
        return size;
    }

    /// Whether the log is still the one that it has seen.
    ///
    /// @throws LogDisagrees when it has seen a longer or another log
    void compare(AuditLog log) {
        if (size == UNKNOWN) {
            compareNewest(log);
        } else {
            refuseIfAhead(log, size);
        }
    }

    private void compareNewest(AuditLog log) {
        newest().flatMap(witness::get).map(WitnessedPart::read).ifPresent(part -> {
            var seen = part.checkpoint();
            refuseIfAhead(log, seen.size());
            if (!Proofs.root(0, seen.size(), log.nodes()).equals(seen.root())) {
                throw new LogDisagrees(
                        "its first " + seen.size() + " rows are not those that " + witness.name() + " has seen");
            }
        });
        size();
    }

    private void refuseIfAhead(AuditLog log, long seen) {
        if (seen > log.size()) {
            throw new LogDisagrees("it has " + log.size() + " rows, and " + witness.name() + " has seen " + seen);
        }
    }

    private Optional<String> newest() {
        return witness.names().stream().filter(WitnessedPart::isName).max(Comparator.naturalOrder());
    }

    /// Whoever verifies needs the keys, from where nobody changes them.
    void know(VerificationKey key, String origin) {
        if (!keys.contains(key)) {
            witness.put(KEY + key.id(origin).hex() + KEY_ENDING, key.pem().getBytes(StandardCharsets.UTF_8));
            keys.add(key);
        }
    }

    static boolean isKey(String name) {
        return name.startsWith(KEY) && name.endsWith(KEY_ENDING);
    }

    void put(WitnessedPart part) {
        witness.put(part.name(), part.content());
        size = part.from() + part.rows().size();
    }
}
