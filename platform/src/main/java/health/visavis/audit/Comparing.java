package health.visavis.audit;

import health.visavis.audit.Finding.Changed;
import health.visavis.audit.Finding.CutOff;
import health.visavis.audit.Finding.Deleted;
import health.visavis.audit.Finding.Emptied;
import health.visavis.audit.Finding.LogChanged;
import health.visavis.audit.Finding.NotLogged;
import health.visavis.audit.Finding.NotSigned;
import health.visavis.audit.Finding.PatientChanged;
import health.visavis.audit.Finding.PatientsDiffer;
import health.visavis.audit.Finding.Swapped;
import health.visavis.audit.Finding.WitnessChanged;
import health.visavis.audit.ReadAhead.Placed;
import health.visavis.audit.domain.Checkpoint;
import health.visavis.audit.domain.Frontier;
import health.visavis.audit.domain.Hash;
import health.visavis.audit.domain.PatientHead;
import health.visavis.audit.domain.PatientTree;
import health.visavis.audit.domain.SignedCheckpoint;
import health.visavis.audit.domain.VerificationKey;
import health.visavis.audit.store.AuditLog;
import health.visavis.audit.store.AuditLog.Leaf;
import health.visavis.audit.store.AuditLog.Patient;
import health.visavis.audit.store.AuditLog.PatientLink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One verification, from the first row to the last, a stretch at a time.
///
/// What a row must be is what a witness has seen, and for the rows that none has seen yet what the log holds; the log
/// must come to the roots that were signed.
final class Comparing {

    private static final int STRETCH = 16_384;
    private static final int ASTRAY = 10;

    /// Each is held against each other.
    private static final int SWAPS = 500;

    private final AuditLog log;
    private final ReadAhead ahead;
    private final List<VerificationKey> keys;
    private final LongConsumer progress;
    private final List<Finding> findings = new ArrayList<>();

    private final Frontier expected = Frontier.empty();
    private final NavigableMap<Long, @Nullable UUID> missing = new TreeMap<>();
    private final NavigableMap<Long, Content> changed = new TreeMap<>();
    private final NavigableMap<Long, Elsewhere> elsewhere = new TreeMap<>();
    private final NavigableMap<Long, Boolean> logChanged = new TreeMap<>();
    private final Map<Long, PatientHead> heads = new HashMap<>();
    private final Map<Long, Patient> patients = new LinkedHashMap<>();
    private long logged;
    private long pruned;
    private @Nullable Checkpoint pruning;
    private @Nullable SignedCheckpoint newest;

    /// A changed row, and the leaf that it should make.
    private record Content(RecordedEvent row, Hash expected) {}

    /// Which row should be at a place, and which the log has there.
    private record Elsewhere(UUID expected, UUID found) {}

    Comparing(AuditLog log, ReadAhead ahead, List<VerificationKey> keys, LongConsumer progress) {
        this.log = log;
        this.ahead = ahead;
        this.keys = keys;
        this.progress = progress;
    }

    /// @param parts what the witnesses keep, by name in order
    VerificationReport compare(Map<String, List<CheckpointWitness>> parts) {
        logged = log.size();
        newest = log.newestCheckpoint().map(Comparing::read).orElse(null);
        pruning = pruning().orElse(null);
        var witnessed = withWitnesses(parts);
        withCheckpoints(witnessed);
        if (newest == null && logged > 0) {
            findings.add(new NotSigned("of " + logged + " rows"));
        } else if (newest != null) {
            checkSignature(newest, "of " + newest.checkpoint().size() + " rows in the database");
        }
        conclude();
        var astray = log.astray(ASTRAY);
        if (!astray.isEmpty()) {
            findings.add(new NotLogged(astray));
        }
        return new VerificationReport(
                logged,
                log.waiting(),
                witnessed,
                pruned,
                newest == null ? null : newest.checkpoint().at(),
                findings);
    }

    /// Up to where rows may be missing: the trail says so, and what says how old they are is a checkpoint of just that
    /// size, signed more than six calendar years before the newest one was. What the row itself says of its
    /// time does not count: whoever may write rows could write that.
    private Optional<Checkpoint> pruning() {
        if (newest == null) {
            return Optional.empty();
        }
        var keptFrom = TrailPruning.keptFrom(newest.checkpoint().at());
        return log.prunings().stream()
                .flatMap(size -> log.checkpoint(size).stream())
                .flatMap(note -> Optional.ofNullable(read(note)).stream())
                .filter(signed -> keys.stream().anyMatch(signed::isSignedBy))
                .map(SignedCheckpoint::checkpoint)
                .filter(checkpoint -> checkpoint.at().isBefore(keptFrom))
                .max(Comparator.comparingLong(Checkpoint::size));
    }

    /// Returns how many rows they have seen.
    private long withWitnesses(Map<String, List<CheckpointWitness>> parts) {
        var last = parts.isEmpty() ? "" : List.copyOf(parts.keySet()).getLast();
        for (var entry : parts.entrySet()) {
            var name = entry.getKey();
            var part = agreed(name, entry.getValue());
            if (part == null || part.from() != expected.size()) {
                findings.add(new WitnessChanged(entry.getValue().getFirst().name(), name));
                return expected.size();
            }
            if (name.equals(last)) {
                checkSignature(part.signed(), name);
            }
            stretch(part.from(), part.from() + part.rows().size(), part.rows());
            if (!expected.root().equals(part.checkpoint().root())) {
                findings.add(new WitnessChanged(entry.getValue().getFirst().name(), name));
            }
        }
        return expected.size();
    }

    private @Nullable WitnessedPart agreed(String name, List<CheckpointWitness> keepers) {
        byte @Nullable [] content = null;
        for (var keeper : keepers) {
            var kept = keeper.get(name).orElse(null);
            if (kept == null || content != null && !Arrays.equals(content, kept)) {
                findings.add(new WitnessChanged(keeper.name(), name));
            } else {
                content = kept;
            }
        }
        try {
            return content == null ? null : WitnessedPart.read(content);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    /// What no witness has seen: from one checkpoint in the database to the next, and what is not signed yet.
    private void withCheckpoints(long from) {
        var begin = from;
        for (var note : log.checkpointsAfter(from)) {
            var signed = read(note);
            if (signed == null) {
                break;
            }
            var checkpoint = signed.checkpoint();
            stretches(begin, checkpoint.size());
            if (!expected.root().equals(checkpoint.root())) {
                for (var place = begin; place < checkpoint.size(); place++) {
                    logChanged.put(place, true);
                }
                begin = checkpoint.size();
                break;
            }
            begin = checkpoint.size();
        }
        stretches(begin, logged);
    }

    /// Null when somebody has written over it.
    private static @Nullable SignedCheckpoint read(String note) {
        try {
            return SignedCheckpoint.parse(note);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private void stretches(long from, long to) {
        for (var begin = from; begin < to; begin += STRETCH) {
            stretch(begin, Math.min(begin + STRETCH, to), List.of());
        }
    }

    private void stretch(long from, long to, List<Leaf> seen) {
        var stored = ahead.take(Math.toIntExact(to - from));
        var strangers = strangers(seen, stored);
        for (var place = from; place < to; place++) {
            var witness = seen.isEmpty() ? null : seen.get((int) (place - from));
            var placed = stored.get((int) (place - from));
            var leaf = placed.leaf();
            var found = leaf;
            if (witness != null && leaf != null && !leaf.leaf().event().equals(witness.event())) {
                elsewhere.put(place, new Elsewhere(witness.event(), leaf.leaf().event()));
                found = null;
            } else if (witness != null && (leaf == null || !leaf.leaf().hash().equals(witness.hash()))) {
                logChanged.put(place, true);
            }
            var must = witness != null ? witness : leaf == null ? null : leaf.leaf();
            var row = found != null ? found.row() : witness == null ? null : strangers.get(witness.event());
            compare(place, must, row, found != null ? placed.content() : content(row));
            expected.add(must == null ? Hash.OF_NOTHING : must.hash());
            if (pruning != null
                    && pruning.size() == place + 1
                    && !expected.root().equals(pruning.root())) {
                findings.add(new LogChanged(0, place + 1));
            }
            if (must != null && leaf != null) {
                compareLinks(place, must.hash(), row, placed.links());
            }
            if (newest != null && newest.checkpoint().size() == place + 1) {
                checkPatients(newest.checkpoint());
            }
        }
        progress.accept(to);
    }

    /// Rows that the log does not have where a witness has seen them.
    private Map<UUID, RecordedEvent> strangers(List<Leaf> seen, List<Placed> stored) {
        var wanted = new ArrayList<UUID>();
        for (var number = 0; number < seen.size(); number++) {
            var event = seen.get(number).event();
            var there = stored.get(number).leaf();
            if (there == null || !there.leaf().event().equals(event)) {
                wanted.add(event);
            }
        }
        return wanted.isEmpty()
                ? Map.of()
                : log.rows(wanted).stream()
                        .collect(Collectors.toMap(row -> row.event().id(), row -> row));
    }

    private static @Nullable Hash content(@Nullable RecordedEvent row) {
        return row == null ? null : CanonicalEvent.leaf(row);
    }

    /// @param content the leaf that the row makes
    private void compare(long place, @Nullable Leaf must, @Nullable RecordedEvent row, @Nullable Hash content) {
        if (must != null && row == null && pruning != null && place < pruning.size()) {
            pruned++;
        } else if (must == null || row == null) {
            missing.put(place, must == null ? null : must.event());
        } else if (!Objects.equals(must.hash(), content)) {
            changed.put(place, new Content(row, must.hash()));
        }
    }

    private void compareLinks(long place, Hash leaf, @Nullable RecordedEvent row, List<PatientLink> links) {
        var linked = new HashSet<UUID>();
        for (var one : links) {
            var patient = one.patient();
            var head = heads.getOrDefault(patient.place(), PatientHead.NONE).with(leaf);
            if (!one.link().head().equals(head)) {
                findings.add(new PatientChanged(place, patient.id()));
            }
            heads.put(patient.place(), head);
            patients.put(patient.place(), patient);
            linked.add(patient.id());
        }
        if (row != null && !changed.containsKey(place)) {
            var about = new HashSet<>(row.patients());
            about.removeAll(linked);
            about.forEach(patient -> findings.add(new PatientChanged(place, patient)));
        }
    }

    private void checkSignature(SignedCheckpoint signed, String where) {
        if (keys.stream().noneMatch(signed::isSignedBy)) {
            findings.add(new NotSigned(where));
        }
    }

    /// As they stand after the last row that was signed; the log may have gone on since.
    private void checkPatients(Checkpoint signed) {
        var tree = new PatientTree();
        for (var place = 0L; place < signed.patients(); place++) {
            var patient = patients.get(place);
            if (patient == null) {
                break;
            }
            tree.set(place, Objects.requireNonNull(heads.get(place)).blinded(patient.blind()));
        }
        if (tree.size() != signed.patients() || !tree.root().equals(signed.patientsRoot())) {
            findings.add(new PatientsDiffer(signed.size()));
        }
    }

    private void conclude() {
        var size = expected.size();
        if (!missing.isEmpty() && missing.size() == size) {
            findings.add(new Emptied(size));
        } else {
            runs(new ArrayList<>(missing.keySet())).forEach(run -> findings.add(gone(run, size)));
        }
        if (changed.size() <= SWAPS) {
            swapChanged();
        }
        if (elsewhere.size() <= SWAPS) {
            swapElsewhere();
        }
        elsewhere.keySet().forEach(place -> logChanged.put(place, true));
        changed.forEach((place, content) ->
                findings.add(new Changed(place, content.row().event().id())));
        missing.keySet().forEach(logChanged::remove);
        runs(new ArrayList<>(logChanged.keySet())).forEach(run -> findings.add(new LogChanged(run.from(), run.to())));
    }

    private Finding gone(Run run, long size) {
        var first = missing.get(run.from());
        var last = missing.get(run.to() - 1);
        return run.to() == size && size - run.from() > 0 && run.from() > 0
                ? new CutOff(run.from(), run.to(), first, last, run.from() >= logged)
                : new Deleted(run.from(), run.to(), first, last);
    }

    /// Two changed rows of which each has what the other should have.
    private void swapChanged() {
        for (var one : List.copyOf(changed.entrySet())) {
            for (var other : List.copyOf(changed.tailMap(one.getKey(), false).entrySet())) {
                if (isContentOf(one.getValue(), other.getValue()) && isContentOf(other.getValue(), one.getValue())) {
                    swapped(one.getKey(), id(one.getValue()), other.getKey(), id(other.getValue()));
                    changed.remove(one.getKey());
                    changed.remove(other.getKey());
                }
            }
        }
    }

    private static boolean isContentOf(Content one, Content other) {
        return CanonicalEvent.leaf(one.row().as(id(other))).equals(other.expected());
    }

    private static UUID id(Content content) {
        return content.row().event().id();
    }

    private void swapElsewhere() {
        for (var one : List.copyOf(elsewhere.entrySet())) {
            for (var other : List.copyOf(elsewhere.tailMap(one.getKey(), false).entrySet())) {
                if (one.getValue().expected().equals(other.getValue().found())
                        && one.getValue().found().equals(other.getValue().expected())) {
                    swapped(
                            one.getKey(),
                            one.getValue().expected(),
                            other.getKey(),
                            other.getValue().expected());
                    elsewhere.remove(one.getKey());
                    elsewhere.remove(other.getKey());
                }
            }
        }
    }

    private void swapped(long one, UUID oneRow, long other, UUID otherRow) {
        findings.add(new Swapped(one, oneRow, other, otherRow));
    }

    /// Places that follow each other.
    private record Run(long from, long to) {}

    private static List<Run> runs(List<Long> places) {
        var runs = new ArrayList<Run>();
        for (var place : places) {
            if (!runs.isEmpty() && runs.getLast().to() == place) {
                runs.set(runs.size() - 1, new Run(runs.getLast().from(), place + 1));
            } else {
                runs.add(new Run(place, place + 1));
            }
        }
        return runs;
    }
}
