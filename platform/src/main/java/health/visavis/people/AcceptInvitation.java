package health.visavis.people;

import health.visavis.kernel.PersonId;
import health.visavis.people.store.Identities;
import health.visavis.people.store.Invitations;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Links a sign-in to the person who was invited. Whoever holds the secret is, so far, nobody to us: this runs
/// before there is an actor.
@Component
public class AcceptInvitation {

    /// What came of it.
    public sealed interface Outcome {

        record Linked(PersonId person) implements Outcome {}

        /// Unknown, used or expired: the three look alike to whoever tries.
        record NotValid() implements Outcome {}

        /// This sign-in already belongs to somebody.
        record IdentityTaken() implements Outcome {}
    }

    private final Invitations invitations;
    private final Identities identities;
    private final Clock clock;

    AcceptInvitation(Invitations invitations, Identities identities, Clock clock) {
        this.invitations = invitations;
        this.identities = identities;
        this.clock = clock;
    }

    @Transactional
    public Outcome accept(String issuer, String subject, String token) {
        if (identities.isLinked(issuer, subject)) {
            return new Outcome.IdentityTaken();
        }
        return invitations
                .use(InvitationToken.hash(token), clock.instant())
                .<Outcome>map(person -> {
                    identities.link(issuer, subject, person, clock.instant());
                    return new Outcome.Linked(person);
                })
                .orElseGet(Outcome.NotValid::new);
    }
}
