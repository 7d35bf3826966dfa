package health.visavis.emergency;

/// What became of a press on the emergency button.
public sealed interface EmergencyOutcome {

    /// Everybody in the visit is told; or was, less than a minute ago.
    record Told() implements EmergencyOutcome {}

    /// Nobody is there any more who could be told, or stay with the patient: call an ambulance.
    record VisitOver() implements EmergencyOutcome {}
}
