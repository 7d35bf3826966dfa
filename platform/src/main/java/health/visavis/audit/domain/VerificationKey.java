package health.visavis.audit.domain;

import health.visavis.kernel.Algorithms;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The public half of a key that signs checkpoints: on P-256, as a SubjectPublicKeyInfo (RFC 5480).
public final class VerificationKey {

    /// Tells a key beside others: the first four bytes of SHA-256 over origin, a line feed, 2 (ECDSA) and the key, as
    /// in C2SP's signed-note.
    public record Id(String hex) {

        static final int BYTES = 4;

        static Id of(byte[] bytes) {
            return new Id(HexFormat.of().formatHex(bytes));
        }

        byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }

    private static final byte ECDSA = 2;
    private static final int FIELD_BITS = 256;
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----\n";
    private static final String END = "\n-----END PUBLIC KEY-----\n";

    private final ECPublicKey key;

    private VerificationKey(ECPublicKey key) {
        this.key = key;
    }

    /// @throws IllegalArgumentException unless it is a key on P-256
    public static VerificationKey of(byte[] encoded) {
        try {
            if (Algorithms.inUse().keyFactory("EC").generatePublic(new X509EncodedKeySpec(encoded))
                            instanceof ECPublicKey key
                    && key.getParams().getCurve().getField().getFieldSize() == FIELD_BITS) {
                return new VerificationKey(key);
            }
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalArgumentException("not a public key", unreadable);
        }
        throw new IllegalArgumentException("not a key on P-256");
    }

    /// @throws IllegalArgumentException when it is none
    public static VerificationKey parse(String pem) {
        if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
            throw new IllegalArgumentException("not a public key in PEM");
        }
        return of(Base64.getMimeDecoder().decode(pem.substring(BEGIN.length(), pem.length() - END.length())));
    }

    /// RFC 7468.
    public String pem() {
        return BEGIN + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded()) + END;
    }

    public byte[] encoded() {
        return key.getEncoded();
    }

    public Id id(String origin) {
        var text = new ByteArrayOutputStream();
        text.writeBytes(origin.getBytes(StandardCharsets.UTF_8));
        text.write('\n');
        text.write(ECDSA);
        text.writeBytes(encoded());
        return Id.of(Arrays.copyOf(sha256(text.toByteArray()), Id.BYTES));
    }

    /// SHA-256 of the key, for people who compare two.
    public String fingerprint() {
        return HexFormat.ofDelimiter(":").formatHex(sha256(encoded()));
    }

    PublicKey publicKey() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationKey verification && Arrays.equals(encoded(), verification.encoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return Algorithms.inUse().digest("SHA-256").digest(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("SHA-256 is not available", missing);
        }
    }
}
