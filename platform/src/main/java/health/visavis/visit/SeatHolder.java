package health.visavis.visit;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.VisitId;
import java.util.UUID;

/// Somebody who has just sat down: what an engine may know of them.
public record SeatHolder(VisitId visit, PersonId person, UUID seat) {}
