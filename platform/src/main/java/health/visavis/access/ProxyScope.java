package health.visavis.access;

/// What somebody may do who acts for a patient. Which acts belong to which is said by [Action#proxyScope].
public enum ProxyScope {
    /// Looks for times, books, moves and cancels.
    APPOINTMENTS,
    /// Waits and sits in the call on the patient's side.
    VISITS,
    MESSAGES,
    /// Reads the record, and changes nothing in it.
    RECORD
}
