package health.visavis.access;

/// Comes from the groups that the identity provider claims, through a mapping; [#SYSTEM] is a process of ours
/// and [#GUEST] somebody without an account, let in by a link to one visit: neither comes from a claim.
public enum Role {
    PATIENT,
    DOCTOR,
    NURSE,
    ADMIN,
    SYSTEM,
    GUEST
}
