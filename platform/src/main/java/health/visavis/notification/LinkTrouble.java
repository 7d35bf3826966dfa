package health.visavis.notification;

/// Why the link of a visit leads nowhere.
public enum LinkTrouble {
    /// The appointment is confirmed and its visit is not there, or at another time.
    NO_VISIT,
    /// Nobody answers at the address that our letters name.
    UNREACHABLE,
    /// Somebody answers, and does not ask to sign in.
    WRONG_ANSWER
}
