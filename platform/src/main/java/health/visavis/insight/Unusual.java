package health.visavis.insight;

/// Why an access to a patient's data is worth a second look. None of them is wrong by itself.
public enum Unusual {
    /// An administrator has put the patient on watch.
    WATCHED,
    /// Staff looked at their own record, as staff.
    SELF,
    /// The patient has the same family name.
    SAME_FAMILY_NAME,
    /// Opened in an emergency.
    EMERGENCY,
    /// Nobody works at that hour.
    AFTER_HOURS,
    /// Refused, for want of a care relationship.
    NO_RELATIONSHIP
}
