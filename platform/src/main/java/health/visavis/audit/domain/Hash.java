package health.visavis.audit.domain;

import health.visavis.kernel.Algorithms;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A SHA-256 value of a hash tree (RFC 6962, section 2.1; the same in RFC 9162). What is hashed begins with a byte that
/// says what it is, so that a node is never mistaken for a leaf.
public final class Hash {

    public static final int BYTES = 32;

    /// Of the tree without leaves.
    public static final Hash OF_NOTHING = new Hash(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final byte LINK = 2;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @throws IllegalArgumentException unless there are 32 bytes
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has " + BYTES + " bytes");
        }
        return new Hash(bytes.clone());
    }

    public static Hash ofLeaf(byte[] entry) {
        var digest = sha256();
        digest.update(LEAF);
        return new Hash(digest.digest(entry));
    }

    public static Hash ofNode(Hash left, Hash right) {
        return pair(NODE, left, right);
    }

    /// Of a chain's end after one more link.
    public static Hash ofLink(Hash head, Hash next) {
        return pair(LINK, head, next);
    }

    /// @throws IllegalArgumentException unless the text is 32 bytes in base64
    public static Hash parse(String base64) {
        return of(Base64.getDecoder().decode(base64));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// In base64, as it stands in checkpoints.
    public String text() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }

    private static Hash pair(byte kind, Hash left, Hash right) {
        var digest = sha256();
        digest.update(kind);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    private static MessageDigest sha256() {
        try {
            return Algorithms.inUse().digest("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 is not available", missing);
        }
    }
}
