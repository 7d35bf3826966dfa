package health.visavis.consent;

/// What can be agreed to. Each has a statement, whose words have a version: who changes them counts it up and leaves
/// those of before where they are.
public enum ConsentKind {
    /// One consent for all later uses for treatment, payment and health care operations (42 CFR 2.31(a)(4), (5)).
    SUBSTANCE_USE_RECORDS(1);

    private final int wording;

    ConsentKind(int wording) {
        this.wording = wording;
    }

    /// The version of its statement that is shown now.
    public int wording() {
        return wording;
    }
}
