package health.visavis.proxy;

import health.visavis.access.ProxyScope;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody was asked to act for a patient and has not answered.
///
/// @param link by which they answer
/// @param given and `family`: as the patient calls them; whoever has a sign-in has a name of their own
/// @param until when it will be over
/// @param expiresAt until when it can be answered
/// @param agreedBy who else at the clinic has agreed; null while nobody has, and where nobody has to
public record ProxyInvitation(
        UUID id,
        PatientId patient,
        UUID link,
        String given,
        String family,
        Relationship relationship,
        Set<ProxyScope> scopes,
        Basis basis,
        Instant until,
        PersonId madeBy,
        Instant madeAt,
        Instant expiresAt,
        @Nullable PersonId agreedBy) {

    public ProxyInvitation {
        scopes = Set.copyOf(scopes);
    }

    public String displayName() {
        return (given + " " + family).strip();
    }

    /// Whether it opens nothing until a second person agrees.
    public boolean waits() {
        return basis == Basis.REPRESENTED && agreedBy == null;
    }

    @Override
    public String toString() {
        return "ProxyInvitation[" + id + "]";
    }
}
