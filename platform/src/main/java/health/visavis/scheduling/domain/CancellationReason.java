package health.visavis.scheduling.domain;

/// Why an appointment is cancelled. A closed list: free text would be health data in mails and events.
public enum CancellationReason {
    CANNOT_ATTEND,
    NO_LONGER_NEEDED,
    CLINICIAN_NOT_AVAILABLE,
    OTHER
}
