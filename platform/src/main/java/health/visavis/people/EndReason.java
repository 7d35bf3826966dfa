package health.visavis.people;

/// Why a clinician sees a patient no more.
public enum EndReason {
    DECLINED,
    CANCELLED,
    /// So long after the last visit or message that nobody means to go on.
    LAPSED
}
