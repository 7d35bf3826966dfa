package health.visavis.breakglass;

import health.visavis.kernel.PersonId;
import java.time.Instant;
import java.util.UUID;

/// A sealed code that somebody came in by.
///
/// @param number as it stands on the paper
/// @param by whose code it was
public record UsedCode(UUID id, long number, PersonId by, Instant at) {}
