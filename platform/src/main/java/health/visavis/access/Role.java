package health.visavis.access;

/// Comes from the groups that the identity provider claims, through a mapping; [#SYSTEM] is a process of ours,
/// [#GUEST] somebody without an account, let in by a link to one visit, and [#EMERGENCY] a doctor or nurse who came by
/// a
/// sealed code because nobody could sign in: none of them comes from a claim.
public enum Role {
    PATIENT,
    DOCTOR,
    NURSE,
    ADMIN,
    SYSTEM,
    GUEST,
    EMERGENCY
}
