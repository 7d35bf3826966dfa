package health.visavis.visit;

import health.visavis.kernel.VisitId;
import java.util.UUID;

/// A witness has learned more of a call that may be over already.
public record CallNews(UUID id, VisitId visit) {}
