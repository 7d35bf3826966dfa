package health.visavis.scheduling;

/// What became of a confirmation, a refusal or a cancellation.
public sealed interface ChangeOutcome {

    record Changed(AppointmentSummary appointment) implements ChangeOutcome {}

    /// It is not as the reader saw it: somebody has moved, answered or cancelled it since.
    record ChangedMeanwhile(AppointmentSummary current) implements ChangeOutcome {}

    /// The clinician sees nobody here any more, so nobody can agree for him.
    record ClinicianLeft(AppointmentSummary current) implements ChangeOutcome {}

    /// Its time is over.
    record TimePassed(AppointmentSummary current) implements ChangeOutcome {}
}
