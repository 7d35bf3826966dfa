package health.visavis.audit.domain;

import java.util.ArrayList;
import java.util.List;

/// Proofs over a tree (RFC 9162, section 2.1; the trees are those of RFC 6962): that a leaf is in it, and that a larger
/// tree begins with a smaller one.
public final class Proofs {

    private Proofs() {}

    /// The hashes beside the way from a leaf to the root, lowest first.
    ///
    /// @throws IllegalArgumentException when the tree has no such leaf
    public static List<Hash> inclusion(long leaf, long size, Nodes nodes) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("no leaf " + leaf + " of " + size);
        }
        var path = new ArrayList<Hash>();
        path(leaf, 0, size, nodes, path);
        return path;
    }

    /// What makes both roots.
    ///
    /// @throws IllegalArgumentException unless 0 < old ≤ size
    public static List<Hash> consistency(long old, long size, Nodes nodes) {
        if (old < 1 || old > size) {
            throw new IllegalArgumentException("no tree of " + old + " in one of " + size);
        }
        var path = new ArrayList<Hash>();
        subProof(old, 0, size, true, nodes, path);
        return path;
    }

    /// Of the leaves from `begin` on: their root as a tree of their own.
    public static Hash root(long begin, long size, Nodes nodes) {
        if (size == 0) {
            return Hash.OF_NOTHING;
        }
        var split = split(size);
        if (split == 0 || size == split << 1) {
            var level = Long.numberOfTrailingZeros(size);
            return nodes.at(level, begin >> level);
        }
        return Hash.ofNode(root(begin, split, nodes), root(begin + split, size - split, nodes));
    }

    /// RFC 9162, 2.1.3.2.
    public static boolean includes(Hash leaf, long index, long size, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var place = index;
        var last = size - 1;
        var hash = leaf;
        for (var sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = Hash.ofNode(sibling, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.ofNode(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /// RFC 9162, 2.1.4.2.
    public static boolean isConsistent(long old, Hash oldRoot, long size, Hash root, List<Hash> proof) {
        if (old < 1 || old > size) {
            return false;
        }
        if (old == size) {
            return proof.isEmpty() && oldRoot.equals(root);
        }
        var hashes = new ArrayList<>(proof);
        if (Long.bitCount(old) == 1) {
            hashes.addFirst(oldRoot);
        }
        return !hashes.isEmpty() && leadsToBoth(old, oldRoot, size, root, hashes);
    }

    private static boolean leadsToBoth(long old, Hash oldRoot, long size, Hash root, List<Hash> hashes) {
        var place = old - 1;
        var last = size - 1;
        while ((place & 1) == 1) {
            place >>= 1;
            last >>= 1;
        }
        var older = hashes.getFirst();
        var newer = hashes.getFirst();
        for (var sibling : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                older = Hash.ofNode(sibling, older);
                newer = Hash.ofNode(sibling, newer);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                newer = Hash.ofNode(newer, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && older.equals(oldRoot) && newer.equals(root);
    }

    private static void path(long leaf, long begin, long size, Nodes nodes, List<Hash> path) {
        var split = split(size);
        if (split == 0) {
            return;
        }
        if (leaf < split) {
            path(leaf, begin, split, nodes, path);
            path.add(root(begin + split, size - split, nodes));
        } else {
            path(leaf - split, begin + split, size - split, nodes, path);
            path.add(root(begin, split, nodes));
        }
    }

    private static void subProof(long old, long begin, long size, boolean whole, Nodes nodes, List<Hash> path) {
        if (old == size) {
            if (!whole) {
                path.add(root(begin, size, nodes));
            }
            return;
        }
        var split = split(size);
        if (old <= split) {
            subProof(old, begin, split, whole, nodes, path);
            path.add(root(begin + split, size - split, nodes));
        } else {
            subProof(old - split, begin + split, size - split, false, nodes, path);
            path.add(root(begin, split, nodes));
        }
    }

    /// The largest power of two below the size; 0 when there is none.
    private static long split(long size) {
        return size < 2 ? 0 : Long.highestOneBit(size - 1);
    }
}
