package health.visavis.keys;

/// Holds the keys that wrap data keys. The wrapping key itself never leaves the vault. It has versions: the current one
/// wraps, each earlier one unwraps what it has wrapped until it is revoked.
///
/// Calls may take a network round trip: they stay out of loops, and unwrapped keys are cached by
/// [PatientCipher] for minutes.
public interface KeyVault {

    /// Wraps 32 bytes with the current key.
    ///
    /// @throws KeyUnavailable when there is no such key, or it is disabled
    /// @throws KeyVaultAway when the vault does not answer, or does not let us in
    WrappedKey wrap(byte[] dataKey);

    /// Unwraps with whichever key version wrapped it.
    ///
    /// @throws KeyUnavailable when that version is revoked or unknown, or the bytes were changed
    /// @throws KeyVaultAway when the vault does not answer, or does not let us in
    byte[] unwrap(WrappedKey wrapped);

    /// Name and version of the key that [#wrap] uses now.
    ///
    /// @throws KeyUnavailable when there is no such key
    /// @throws KeyVaultAway when the vault does not answer, or does not let us in
    String currentKeyId();

    /// Makes a new version, which is the current one from now on.
    ///
    /// @return its name and version
    /// @throws KeyUnavailable when there is no such key
    /// @throws KeyVaultAway when the vault does not answer, or does not let us do this
    String rotate();

    /// Whether this is another version of the same key in the same vault: what it has wrapped belongs under the current
    /// one. The key of another region's vault is not: that region turns it. Asks nobody.
    ///
    /// @param currentKeyId as [#currentKeyId] has answered
    boolean isEarlier(String keyId, String currentKeyId);

    /// An earlier version unwraps nothing any more. A second time is quiet.
    ///
    /// @throws KeyUnavailable when there is no such version, or it is the current one
    /// @throws KeyVaultAway when the vault does not answer, or does not let us do this
    void revoke(String keyId);
}
