package health.visavis.keys;

/// A key cannot be had: revoked, unknown, or what it should open was changed. Carries ids only.
public class KeyUnavailable extends RuntimeException {

    public KeyUnavailable(String keyId) {
        super("key unavailable: " + keyId);
    }

    /// @param why such as `disabled`
    public KeyUnavailable(String keyId, String why) {
        super("key unavailable: " + keyId + " (" + why + ")");
    }
}
