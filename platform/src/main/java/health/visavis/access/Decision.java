package health.visavis.access;

/// An answer and the rule that gave it.
record Decision(boolean granted, Explanation explanation) {}
