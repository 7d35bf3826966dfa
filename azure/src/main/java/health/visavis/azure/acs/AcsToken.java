package health.visavis.azure.acs;

import health.visavis.kernel.Sensitive;
import java.time.Instant;

/// What a browser proves itself with.
record AcsToken(Sensitive<String> value, Instant expiresAt) {}
