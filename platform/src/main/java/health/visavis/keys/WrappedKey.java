package health.visavis.keys;

/// A data key as it may be stored.
///
/// @param keyId name and version of the key that wrapped it
/// @param bytes ciphertext, opaque to everything but the vault; the array is not to be changed
public record WrappedKey(String keyId, byte[] bytes) {

    @Override
    public String toString() {
        return "WrappedKey[" + keyId + "]";
    }
}
