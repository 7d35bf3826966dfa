package health.visavis.visit;

import health.visavis.kernel.VisitId;
import java.util.UUID;

/// Somebody who has just sat down: all that an engine may know of them.
///
/// @param clinician whether they hold the visit: where an engine knows roles, they present and the others attend
public record SeatHolder(VisitId visit, UUID seat, boolean clinician) {}
