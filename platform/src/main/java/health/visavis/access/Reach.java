package health.visavis.access;

/// How far a role reaches with an action.
public enum Reach {
    /// Not at all.
    NOBODY,
    /// The patient himself, or the clinician whose hours or visit it is.
    OWN,
    /// Staff with a care relationship to the patient, or on the clinician's team.
    RELATED,
    /// Everybody's.
    ANY
}
