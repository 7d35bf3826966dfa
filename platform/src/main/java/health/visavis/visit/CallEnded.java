package health.visavis.visit;

import health.visavis.kernel.VisitId;
import java.time.Instant;

/// The call of a visit is over for everybody.
public record CallEnded(VisitId visit, Instant endedAt) {}
