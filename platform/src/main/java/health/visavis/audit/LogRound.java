package health.visavis.audit;

import health.visavis.audit.CheckpointWitness.WitnessAway;
import health.visavis.audit.domain.Checkpoint;
import health.visavis.audit.domain.Frontier;
import health.visavis.audit.domain.Hash;
import health.visavis.audit.domain.PatientHead;
import health.visavis.audit.domain.PatientTree;
import health.visavis.audit.domain.Proofs;
import health.visavis.audit.domain.SignedCheckpoint;
import health.visavis.audit.domain.VerificationKey;
import health.visavis.audit.store.AuditLog;
import health.visavis.audit.store.AuditLog.Leaf;
import health.visavis.audit.store.AuditLog.Link;
import health.visavis.audit.store.AuditLog.Patient;
import health.visavis.audit.store.AuditLog.Standing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// One round: rows get their places in one transaction; then, outside of it, what the log has become is signed; from
/// time to time it goes to the witnesses. Whatever a crash or another instance leaves undone the next round does.
class LogRound {

    static final int BATCH = 4096;

    /// Rows of one export, unless a single checkpoint covers more.
    private static final long EXPORTED_AT_ONCE = 65_536;

    private static final int EXPORTS_AT_ONCE = 4;
    private static final Logger LOG = LoggerFactory.getLogger(LogRound.class);

    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final @Nullable CheckpointSigner signer;
    private final List<Witnessed> witnesses;
    private final LogSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final PatientTree patients = new PatientTree();
    private long patientsAt;
    private long signedAt = -1;
    private @Nullable Checkpoint signedHere;
    private @Nullable Instant exportedAt;

    LogRound(
            AuditLog log,
            TransactionTemplate transaction,
            @Nullable CheckpointSigner signer,
            List<CheckpointWitness> witnesses,
            LogSettings settings,
            Clock clock) {
        this.log = log;
        this.transaction = transaction;
        this.signer = signer;
        this.witnesses = witnesses.stream().map(Witnessed::new).toList();
        this.settings = settings;
        this.clock = clock;
    }

    /// @throws LogDisagrees when the log is not what was signed, or is behind what was witnessed
    void make() {
        if (signedAt < 0) {
            askEach(witness -> witness.compare(log)).ifPresent(away -> LOG.warn(away.getMessage()));
        }
        while (log.isBehind() && sequence() == BATCH && !Thread.currentThread().isInterrupted()) {
            sign();
        }
        sign();
        export();
    }

    /// How many rows got their places; 0 as well when another instance has the turn.
    int sequence() {
        var added = transaction.execute(open -> log.takeTurn() ? add() : 0);
        return added == null ? 0 : added;
    }

    private int add() {
        refuseIfNotSigned();
        var size = log.size();
        var batch = log.takeWaiting(BATCH);
        if (batch.gone() > 0) {
            LOG.error("{} rows of the audit trail were gone before they were in the log", batch.gone());
        }
        var tree = Frontier.of(size, log.nodes());
        var leaves = new ArrayList<Leaf>();
        var nodes = new ArrayList<Frontier.Node>();
        for (var row : batch.rows()) {
            var leaf = new Leaf(tree.size(), row.event().id(), CanonicalEvent.leaf(row));
            leaves.add(leaf);
            tree.add(leaf.hash(), node -> {
                if (node.level() > 0 && node.level() % AuditLog.STORED_LEVELS == 0) {
                    nodes.add(node);
                }
            });
        }
        log.addLeaves(leaves);
        log.addNodes(nodes);
        addToPatients(batch.rows(), leaves);
        return leaves.size();
    }

    private void addToPatients(List<RecordedEvent> rows, List<Leaf> leaves) {
        var known = new HashMap<UUID, Standing>();
        var touched =
                rows.stream().flatMap(row -> row.patients().stream()).distinct().toList();
        log.standings(touched).forEach(one -> known.put(one.patient().id(), one));
        var fresh = new ArrayList<Patient>();
        var links = new ArrayList<Link>();
        var next = log.patients();
        for (var number = 0; number < rows.size(); number++) {
            var leaf = leaves.get(number);
            for (var id : rows.get(number).patients()) {
                var before = known.get(id);
                if (before == null) {
                    before = new Standing(new Patient(next++, id, blind()), PatientHead.NONE);
                    fresh.add(before.patient());
                }
                var after = new Standing(before.patient(), before.head().with(leaf.hash()));
                known.put(id, after);
                links.add(new Link(after.patient().place(), after.head(), leaf.place()));
            }
        }
        log.addPatients(fresh);
        log.addLinks(links);
    }

    private Hash blind() {
        var bytes = new byte[Hash.BYTES];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    /// The newest checkpoint must be one of this log, and so must the last that was signed here:
    /// whoever signs a log that was changed covers it up. The log is measured after the checkpoint is
    /// read, for another instance may add rows and sign them at any time.
    private void refuseIfNotSigned() {
        var newest = log.newestCheckpoint().map(SignedCheckpoint::parse);
        var size = log.size();
        newest.ifPresent(one -> refuseUnlessOf(one.checkpoint(), size));
        if (signedHere != null) {
            refuseUnlessOf(signedHere, size);
        }
    }

    private void refuseUnlessOf(Checkpoint signed, long size) {
        if (signed.size() > size) {
            throw new LogDisagrees("it has " + size + " rows, and " + signed.size() + " were signed");
        }
        if (!Proofs.root(0, signed.size(), log.nodes()).equals(signed.root())) {
            throw new LogDisagrees("its first " + signed.size() + " rows were changed");
        }
    }

    private void sign() {
        var size = log.size();
        if (signer == null || size == 0 || size == signedAt) {
            return;
        }
        if (log.checkpoint(size).isEmpty()) {
            refuseIfNotSigned();
            var checkpoint = checkpoint(size);
            var text = checkpoint.text();
            var signature = signer.sign(text.getBytes(StandardCharsets.UTF_8));
            var key = VerificationKey.of(signature.publicKey());
            log.addKey(key.id(settings.origin()).hex(), key.encoded());
            var signed = new SignedCheckpoint(checkpoint, key.id(settings.origin()), signature.bytes());
            log.addCheckpoint(size, signed.text());
            signedHere = checkpoint;
        }
        signedAt = size;
    }

    private Checkpoint checkpoint(long size) {
        for (var standing : patientsAt == 0 ? log.everybody(size) : log.changed(patientsAt, size)) {
            patients.set(
                    standing.patient().place(),
                    standing.head().blinded(standing.patient().blind()));
        }
        patientsAt = size;
        return new Checkpoint(
                settings.origin(),
                size,
                Proofs.root(0, size, log.nodes()),
                patients.size(),
                patients.root(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private void export() {
        var now = clock.instant();
        if (witnesses.isEmpty() || exportedAt != null && now.isBefore(exportedAt.plus(settings.exportEvery()))) {
            return;
        }
        boolean more;
        do {
            more = log.planExport(EXPORTED_AT_ONCE);
        } while (more);
        exportedAt = now;
        var away = askEach(this::send);
        if (away.isPresent()) {
            throw away.get();
        }
    }

    /// One that is away keeps nobody from the others.
    private Optional<WitnessAway> askEach(Consumer<Witnessed> question) {
        var away = Optional.<WitnessAway>empty();
        for (var witness : witnesses) {
            try {
                question.accept(witness);
            } catch (WitnessAway silent) {
                away = Optional.of(silent);
            }
        }
        return away;
    }

    private void send(Witnessed witness) {
        witness.compare(log);
        log.keys().forEach(key -> witness.know(VerificationKey.of(key), settings.origin()));
        for (var due = log.exportsAfter(witness.size(), EXPORTS_AT_ONCE);
                !due.isEmpty();
                due = log.exportsAfter(witness.size(), EXPORTS_AT_ONCE)) {
            due.forEach(
                    one -> witness.put(new WitnessedPart(one.note(), one.from(), log.leaves(one.from(), one.to()))));
        }
    }
}
