package health.visavis.keys;

/// Holds the keys that wrap data keys. The wrapping key itself never leaves the vault.
///
/// Calls may take a network round trip: they stay out of loops, and unwrapped keys are cached by
/// [PatientCipher] for minutes.
public interface KeyVault {

    /// Wraps 32 bytes with the current key.
    WrappedKey wrap(byte[] dataKey);

    /// Unwraps with whichever key version wrapped it.
    ///
    /// @throws KeyUnavailable when that version is revoked or unknown, or the bytes were changed
    byte[] unwrap(WrappedKey wrapped);

    /// Name and version of the key that [#wrap] uses now.
    String currentKeyId();
}
