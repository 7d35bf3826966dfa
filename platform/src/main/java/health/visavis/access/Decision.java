package health.visavis.access;

/// An answer and the rule that gave it.
///
/// @param clearance up to which sensitivity entries of a chart may be seen with it
record Decision(boolean granted, Explanation explanation, Sensitivity clearance) {

    Decision(boolean granted, Explanation explanation) {
        this(granted, explanation, Sensitivity.ORDINARY);
    }
}
