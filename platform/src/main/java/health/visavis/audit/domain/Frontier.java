package health.visavis.audit.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The right edge of a growing tree: the roots of its complete subtrees, largest first. All that is needed to add a
/// leaf and to know the root.
public final class Frontier {

    /// A subtree with 2^level leaves, the index-th of its level.
    public record Node(int level, long index, Hash hash) {}

    private final List<Hash> roots;
    private long size;

    private Frontier(long size, List<Hash> roots) {
        this.size = size;
        this.roots = new ArrayList<>(roots);
    }

    public static Frontier empty() {
        return new Frontier(0, List.of());
    }

    /// Of a tree that is stored.
    public static Frontier of(long size, Nodes nodes) {
        var roots = new ArrayList<Hash>();
        var begin = 0L;
        for (var level = Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(size, 1)); level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                roots.add(nodes.at(level, begin >> level));
                begin += 1L << level;
            }
        }
        return new Frontier(size, roots);
    }

    public long size() {
        return size;
    }

    public void add(Hash leaf) {
        add(leaf, completed -> {});
    }

    /// @param completed told of each subtree that the leaf completes, the leaf itself first
    public void add(Hash leaf, Consumer<Node> completed) {
        var hash = leaf;
        var level = 0;
        completed.accept(new Node(0, size, leaf));
        for (var left = size; (left & 1) == 1; left >>= 1) {
            hash = Hash.ofNode(roots.removeLast(), hash);
            level++;
            completed.accept(new Node(level, left >> 1, hash));
        }
        roots.add(hash);
        size++;
    }

    public Hash root() {
        if (roots.isEmpty()) {
            return Hash.OF_NOTHING;
        }
        var hash = roots.getLast();
        for (var place = roots.size() - 2; place >= 0; place--) {
            hash = Hash.ofNode(roots.get(place), hash);
        }
        return hash;
    }
}
