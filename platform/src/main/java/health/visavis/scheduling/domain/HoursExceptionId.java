package health.visavis.scheduling.domain;

import java.util.UUID;

/// Names one exception from the weekly hours.
public record HoursExceptionId(UUID value) {}
