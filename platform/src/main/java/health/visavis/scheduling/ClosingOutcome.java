package health.visavis.scheduling;

/// What became of noting that a visit took place, or did not.
public sealed interface ClosingOutcome {

    record Closed(AppointmentSummary appointment) implements ClosingOutcome {}

    /// It is not confirmed, or no longer.
    record NotConfirmed(AppointmentSummary current) implements ClosingOutcome {}

    /// Nobody can have missed a visit that has not begun.
    record NotYet(AppointmentSummary current) implements ClosingOutcome {}
}
