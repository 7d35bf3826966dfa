package health.visavis.breakglass;

/// Why a record is opened in an emergency. A choice, which stays readable; what happened is said in words beside it.
public enum EmergencyReason {
    /// The patient is unconscious, confused or cannot speak for themselves.
    CANNOT_SPEAK,
    /// Life or health is in danger, and what to do depends on the record.
    ACUTE_DANGER,
    /// Those who treat the patient cannot be reached, and it cannot wait.
    CARE_TEAM_AWAY,
    OTHER
}
