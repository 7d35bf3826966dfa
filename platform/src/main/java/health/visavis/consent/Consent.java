package health.visavis.consent;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a patient has agreed to, and whether they have taken it back.
///
/// @param statement what was shown
/// @param givenBy who agreed
/// @param expiresAt when it ends by itself; null when it does not
/// @param withdrawnAt when it was taken back; null when it was not
public record Consent(
        UUID id,
        PatientId patient,
        Statement statement,
        Recipients recipients,
        PersonId givenBy,
        Instant givenAt,
        @Nullable Instant expiresAt,
        @Nullable Instant withdrawnAt) {

    /// The words of a consent: what was agreed to is what was shown.
    ///
    /// @param language tag of the language in which they were read
    public record Statement(ConsentKind kind, int wording, String language) {}

    public enum Standing {
        IN_FORCE,
        EXPIRED,
        WITHDRAWN
    }

    public Standing standingAt(Instant now) {
        if (withdrawnAt != null && !now.isBefore(withdrawnAt)) {
            return Standing.WITHDRAWN;
        }
        return expiresAt != null && !now.isBefore(expiresAt) ? Standing.EXPIRED : Standing.IN_FORCE;
    }
}
