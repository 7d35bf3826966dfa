package health.visavis.visit;

import health.visavis.kernel.VisitId;

/// A line that an engine has opened. We keep it, so that an adapter needs no memory of its own.
///
/// @param reference how the engine finds it again: a room's id at a vendor; nothing secret, nothing personal
public record Line(VisitId visit, EngineName engine, String reference) {}
