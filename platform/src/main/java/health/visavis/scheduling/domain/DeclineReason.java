package health.visavis.scheduling.domain;

/// Why a clinician declines. A closed list: free text would be health data in mails and events.
public enum DeclineReason {
    NOT_AVAILABLE,
    ANOTHER_SPECIALTY_NEEDED,
    VISIT_IN_PERSON_NEEDED,
    OTHER
}
