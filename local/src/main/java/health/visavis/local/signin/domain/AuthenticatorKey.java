package health.visavis.local.signin.domain;

/// A second factor's secret as people and apps take it.
public final class AuthenticatorKey {

    private final String key;

    public AuthenticatorKey(byte[] secret) {
        this.key = Base32.of(secret);
    }

    /// In groups of four, to be typed.
    public String grouped() {
        return key.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /// For an app on this device, or as a QR code for one on another (Key Uri Format of the authenticator apps).
    public String address() {
        return "otpauth://totp/Visavis?issuer=Visavis&secret=" + key;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
