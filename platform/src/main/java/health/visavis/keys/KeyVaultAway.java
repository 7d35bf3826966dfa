package health.visavis.keys;

import java.util.Locale;

/// The key vault did not answer, was too busy, or did not let us in. That says nothing about a key: trying again is
/// right, once somebody has seen to it. Carries no key and nothing that a key would open.
public class KeyVaultAway extends RuntimeException {

    /// Why nothing came of it.
    public enum Reason {
        /// No answer, or none in time.
        UNREACHABLE,
        /// It asks for a pause.
        BUSY,
        /// We are not who may use this key, or cannot prove that we are.
        REFUSED,
        /// It has failed, or answered what we do not understand.
        FAILED
    }

    private final Reason reason;

    public KeyVaultAway(Reason reason, String what) {
        super("key vault " + reason.name().toLowerCase(Locale.ROOT) + ": " + what);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
