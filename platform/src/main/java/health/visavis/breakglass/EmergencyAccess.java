package health.visavis.breakglass;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody has opened a record in an emergency.
///
/// @param until when it is over by itself
/// @param endedAt when it was ended before that; null when it was not
public record EmergencyAccess(
        UUID id,
        PersonId staff,
        PatientId patient,
        EmergencyReason reason,
        Instant openedAt,
        Instant until,
        @Nullable Instant endedAt) {

    public boolean isOpenAt(Instant now) {
        return now.isBefore(over());
    }

    /// When it was over, or will be.
    public Instant over() {
        return endedAt == null || endedAt.isAfter(until) ? until : endedAt;
    }
}
