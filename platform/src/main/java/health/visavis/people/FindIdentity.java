package health.visavis.people;

import health.visavis.kernel.PersonId;
import health.visavis.people.store.Identities;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// From an OpenID Connect issuer and subject to the person. Runs before there is an actor; it is how one comes
/// to be.
@Component
public class FindIdentity {

    private final Identities identities;

    FindIdentity(Identities identities) {
        this.identities = identities;
    }

    @Transactional(readOnly = true)
    public Optional<SignedInPerson> find(String issuer, String subject) {
        return identities.find(issuer, subject);
    }

    /// Whose sign-in it is, also when it opens nothing any more: for the trail.
    @Transactional(readOnly = true)
    public Optional<PersonId> owner(String issuer, String subject) {
        return identities.owner(issuer, subject);
    }
}
