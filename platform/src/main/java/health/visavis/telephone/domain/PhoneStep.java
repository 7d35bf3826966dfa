package health.visavis.telephone.domain;

/// What a carrier tells of a call.
public enum PhoneStep {
    RINGING,
    ANSWERED,
    BUSY,
    NO_ANSWER,
    FAILED,
    /// The other side has put down the receiver, or the line is gone.
    GONE
}
