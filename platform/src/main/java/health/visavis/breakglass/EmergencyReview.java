package health.visavis.breakglass;

import health.visavis.kernel.PersonId;
import java.time.Instant;

/// What an administrator found an emergency to be. It stays.
public record EmergencyReview(PersonId by, Instant at, Verdict verdict) {

    /// A choice and no free words, as with alarms.
    public enum Verdict {
        JUSTIFIED,
        /// Taken up as an incident.
        NOT_JUSTIFIED
    }
}
