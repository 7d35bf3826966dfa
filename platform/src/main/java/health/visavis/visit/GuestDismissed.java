package health.visavis.visit;

import health.visavis.kernel.VisitId;

/// Somebody's right to the line of a visit has ended; the engine that let them in does not know it yet.
public record GuestDismissed(VisitId visit) {}
