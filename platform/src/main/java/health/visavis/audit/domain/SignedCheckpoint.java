package health.visavis.audit.domain;

import health.visavis.kernel.Algorithms;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

/// A checkpoint and its signature as a note (C2SP signed-note): the text, an empty line, and `— ORIGIN BASE64` of four
/// bytes that tell the key and 64 of the signature. The signature is ES256 (RFC 7518, 3.4: R and S in 32 bytes each),
/// since Key Vault signs with nothing that signed-note has a number for.
///
/// @param key which key has signed
/// @param signature R and S
public record SignedCheckpoint(Checkpoint checkpoint, VerificationKey.Id key, byte[] signature) {

    private static final String DASH = "\u2014 ";
    private static final int SIGNATURE_BYTES = 64;

    public String text() {
        var bytes = ByteBuffer.allocate(VerificationKey.Id.BYTES + SIGNATURE_BYTES)
                .put(key.bytes())
                .put(signature)
                .array();
        return checkpoint.text() + "\n" + DASH + checkpoint.origin() + " "
                + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    /// @throws IllegalArgumentException when it is none
    public static SignedCheckpoint parse(String text) {
        var end = text.indexOf("\n\n" + DASH);
        if (end < 0) {
            throw new IllegalArgumentException("not a signed checkpoint");
        }
        var checkpoint = Checkpoint.parse(text.substring(0, end + 1));
        var start = end + 2 + DASH.length() + checkpoint.origin().length() + 1;
        if (!text.endsWith("\n") || start > text.length()) {
            throw new IllegalArgumentException("not a signed checkpoint");
        }
        var bytes = Base64.getDecoder().decode(text.substring(start, text.length() - 1));
        if (bytes.length != VerificationKey.Id.BYTES + SIGNATURE_BYTES) {
            throw new IllegalArgumentException("not a signature of ES256");
        }
        var read = new SignedCheckpoint(
                checkpoint,
                VerificationKey.Id.of(Arrays.copyOf(bytes, VerificationKey.Id.BYTES)),
                Arrays.copyOfRange(bytes, VerificationKey.Id.BYTES, bytes.length));
        if (!read.text().equals(text)) {
            throw new IllegalArgumentException("not a signed checkpoint as one is written");
        }
        return read;
    }

    public boolean isSignedBy(VerificationKey by) {
        if (!by.id(checkpoint.origin()).equals(key)) {
            return false;
        }
        try {
            var check = Algorithms.inUse().signature("SHA256withECDSAinP1363Format");
            check.initVerify(by.publicKey());
            check.update(checkpoint.text().getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException broken) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedCheckpoint signed && text().equals(signed.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }
}
