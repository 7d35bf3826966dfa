package health.visavis.people;

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
}
