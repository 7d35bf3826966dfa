package health.visavis.access;

/// Why a decision was made as it was: the rule that gave it. Each is one code in the column `reason` of the trail and
/// one sentence on its pages. A code that rows have is never changed: it is part of their leaves (docs/adr/0033).
public enum Explanation {
    /// The role reaches everybody with it.
    ANY("any", false),
    /// A patient's own data; a clinician's own hours, appointment or visit.
    OWN("own", false),
    RELATED("care-relationship", false),
    /// As [#RELATED], and the patient has agreed that they see records of treatment for substance use.
    CONSENT("consent", false),
    /// As [#RELATED], without what needs a consent, whether there is any or not. As a refusal: that one entry needs
    /// one.
    CONSENT_WITHHELD("consent-withheld", true),
    /// On the team of the clinician whose hours, appointment or visit it is, whoever the patient is.
    TEAM("team-of-the-clinician", false),
    /// Opened in an emergency, by somebody who does not treat the patient or sees more of the record because of it.
    BREAK_GLASS("break-glass", false),
    GUEST("guest-of-the-visit", false),
    NOT_LET_IN("guest-not-let-in", false),
    /// By somebody who acts for the patient.
    PROXY("proxy", false),
    PROXY_ENDED("proxy-ended", true),
    /// Not among what the patient has given, or nothing that can be given.
    PROXY_NOT_FOR_THIS("proxy-not-for-this", false),
    PROOF_TOO_OLD("proof-too-old", false),
    ROLE_MAY_NOT("role-may-not", false),
    NOT_OWN("not-own", true),
    NO_RELATIONSHIP("no-relationship", true),
    UNKNOWN("unknown-record", true);

    private final String code;
    private final boolean hidesExistence;

    Explanation(String code, boolean hidesExistence) {
        this.code = code;
        this.hidesExistence = hidesExistence;
    }

    public String code() {
        return code;
    }

    boolean hidesExistence() {
        return hidesExistence;
    }
}
