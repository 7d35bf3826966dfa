package health.visavis.scheduling.domain;

import java.time.Instant;

/// Who called an appointment off, why and when.
public record Cancellation(Party by, CancellationReason reason, Instant at) {}
