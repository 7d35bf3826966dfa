package health.visavis.telephone.domain;

/// Why a call is over.
public enum Ending {
    /// They spoke.
    COMPLETED,
    BUSY,
    NO_ANSWER,
    /// The carrier could not put it through.
    FAILED,
    /// Whoever called has put down the receiver before anybody answered.
    CANCELLED
}
