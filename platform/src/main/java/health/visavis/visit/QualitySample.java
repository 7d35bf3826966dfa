package health.visavis.visit;

import java.time.Instant;

/// One measurement of the line at one end of it.
///
/// @param part what the person there is in the visit, such as `PATIENT`
public record QualitySample(String part, Instant at, LineQuality quality) {}
