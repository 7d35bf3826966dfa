package health.visavis.chart;

/// What recording something came to.
public enum Change {
    CREATED,
    UPDATED,
    UNCHANGED
}
