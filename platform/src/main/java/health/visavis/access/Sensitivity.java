package health.visavis.access;

import java.util.Arrays;
import java.util.List;

/// How well an entry of a chart is guarded. In this order: whoever may see one of these may see all before it.
public enum Sensitivity {
    /// For everybody who may read the chart.
    ORDINARY,
    /// Sensitive by its source's word, or by a word of it that we do not know. For those who treat the patient, and for
    /// nobody who ever comes to read charts in another way.
    RESTRICTED,
    /// What a minor consented to alone. Never for a parent who acts for them, and nor is what follows (42 CFR 2.14).
    MINOR_CONFIDENTIAL,
    /// Treatment of a substance use disorder (42 CFR Part 2): with the patient's consent (2.31), or in an emergency
    /// (2.51).
    PART2,
    /// Notes of psychotherapy or of counseling on substance use (45 CFR 164.501, 42 CFR 2.11). They want a consent of
    /// their own (42 CFR 2.31(b)), which nobody can give here yet: for the patient alone.
    KEPT_APART;

    public boolean isWithin(Sensitivity clearance) {
        return compareTo(clearance) <= 0;
    }

    /// This one and all that are guarded less.
    public List<Sensitivity> andBelow() {
        return Arrays.stream(values()).filter(one -> one.isWithin(this)).toList();
    }
}
