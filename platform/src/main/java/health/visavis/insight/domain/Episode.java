package health.visavis.insight.domain;

import java.time.Instant;

/// A time during which one end of a call suffered from one thing.
public record Episode(Cause cause, String end, Instant from, Instant until) {}
