package health.visavis.proxy;

import health.visavis.access.ProxyScope;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody may act for a patient, or might.
///
/// @param invitation which they have taken up
/// @param until when it is over by itself: the birthday for a child
/// @param ended null when it was not ended before that
public record ProxyGrant(
        UUID id,
        UUID invitation,
        PatientId patient,
        PersonId person,
        Relationship relationship,
        Set<ProxyScope> scopes,
        Basis basis,
        PersonId grantedBy,
        Instant grantedAt,
        Instant until,
        @Nullable End ended) {

    /// That it was ended before its time.
    public record End(PersonId by, Instant at, Reason reason) {

        public enum Reason {
            /// By the patient.
            TAKEN_BACK,
            /// By the one who acted.
            GIVEN_BACK,
            BY_CLINIC,
            /// Another grant took its place.
            REPLACED
        }
    }

    public ProxyGrant {
        scopes = Set.copyOf(scopes);
    }

    public boolean isActiveAt(Instant now) {
        return now.isBefore(over());
    }

    /// When it was over, or will be.
    public Instant over() {
        return ended == null || ended.at().isAfter(until) ? until : ended.at();
    }
}
