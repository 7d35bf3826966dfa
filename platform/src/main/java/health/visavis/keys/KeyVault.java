package health.visavis.keys;

/// Holds the keys that wrap data keys. The wrapping key itself never leaves the vault.
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
}
