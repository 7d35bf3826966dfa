package health.visavis.breakglass;

import health.visavis.kernel.PersonId;
import java.time.Instant;

/// Sealed codes that somebody could still come in by.
///
/// @param left neither used nor withdrawn
public record CodesLeft(PersonId of, Instant madeAt, long left) {}
