package health.visavis.audit;

/// Signs what the log is at a moment. The private half of the key stays with the signer.
public interface CheckpointSigner {

    /// @param bytes ES256 (RFC 7518, 3.4): R and S, 32 bytes each
    /// @param publicKey of the key that has signed, as a SubjectPublicKeyInfo (RFC 5480)
    record Signature(byte[] bytes, byte[] publicKey) {}

    /// ECDSA on P-256 with SHA-256 of the text. May take a round trip over the network.
    ///
    /// @throws SignerAway when nothing was signed; trying again is right
    Signature sign(byte[] text);

    /// Whoever signs cannot be asked, or does not let us.
    class SignerAway extends RuntimeException {

        /// @param why without anything that was to be signed
        public SignerAway(String why) {
            super("the signer of checkpoints is away: " + why);
        }
    }
}
