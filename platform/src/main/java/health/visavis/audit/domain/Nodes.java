package health.visavis.audit.domain;

/// Where the hashes of a tree's complete subtrees are found.
@FunctionalInterface
public interface Nodes {

    /// Of the subtree with 2^level leaves that is the index-th of its level; level 0 are the leaves.
    Hash at(int level, long index);
}
