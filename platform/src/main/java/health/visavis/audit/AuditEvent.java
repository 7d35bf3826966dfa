package health.visavis.audit;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of the trail.
///
/// @param actorRoles roles held at that moment, comma separated
/// @param action code of the act, such as `appointment.confirm`
/// @param reason code of the rule that decided, such as `own` or `no-relationship`
/// @param session hash of the session id, so that acts of one sign-in can be put together
/// @param instance which process answered
public record AuditEvent(
        UUID id,
        Instant at,
        PersonId actor,
        String actorRoles,
        String action,
        Outcome outcome,
        String reason,
        @Nullable PatientId patient,
        @Nullable UUID subject,
        String address,
        String session,
        String instance) {

    public enum Outcome {
        GRANTED,
        REFUSED
    }
}
