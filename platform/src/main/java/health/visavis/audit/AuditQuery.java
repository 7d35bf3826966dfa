package health.visavis.audit;

import health.visavis.audit.AuditEvent.Outcome;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which rows of the trail are wanted, newest first. What is null does not matter.
///
/// @param before rows older than this instant, for the next page
public record AuditQuery(
        @Nullable PersonId actor,
        @Nullable PatientId patient,
        @Nullable String action,
        @Nullable Outcome outcome,
        Instant from,
        Instant before,
        int limit) {

    public static final int MOST = 500;

    public AuditQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("between 1 and " + MOST + " rows at a time");
        }
    }
}
