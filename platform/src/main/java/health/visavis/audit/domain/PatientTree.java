package health.visavis.audit.domain;

import java.util.ArrayList;
import java.util.List;

/// The tree over all patients' blinded heads, in memory: a head that moves costs the way from its leaf to the root. The
/// hashes are those of RFC 6962, as in [Proofs].
public final class PatientTree implements Nodes {

    private final List<List<Hash>> levels = new ArrayList<>(List.of(new ArrayList<>()));

    public long size() {
        return levels.getFirst().size();
    }

    /// @throws IllegalArgumentException when it would leave a gap
    public void set(long place, Hash leaf) {
        if (place < 0 || place > size()) {
            throw new IllegalArgumentException("patient " + place + " of " + size());
        }
        put(0, (int) place, leaf);
        var index = (int) place;
        for (var level = 1; (long) ((index >> 1) + 1) << level <= size(); level++) {
            index >>= 1;
            put(level, index, Hash.ofNode(at(level - 1, 2L * index), at(level - 1, 2L * index + 1)));
        }
    }

    public Hash root() {
        return Proofs.root(0, size(), this);
    }

    @Override
    public Hash at(int level, long index) {
        return levels.get(level).get((int) index);
    }

    private void put(int level, int index, Hash hash) {
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
        }
        var hashes = levels.get(level);
        if (index == hashes.size()) {
            hashes.add(hash);
        } else {
            hashes.set(index, hash);
        }
    }
}
