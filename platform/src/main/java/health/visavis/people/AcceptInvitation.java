package health.visavis.people;

import health.visavis.access.Origin;
import health.visavis.access.Passage;
import health.visavis.access.Passages;
import health.visavis.access.Passages.Traveller;
import health.visavis.access.Role;
import health.visavis.kernel.PersonId;
import health.visavis.people.store.Accounts;
import health.visavis.people.store.Identities;
import health.visavis.people.store.Invitations;
import java.time.Clock;
import java.util.Set;
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

    /// A sign-in as the identity provider names it, with the roles that its groups give, and from where it comes.
    public record Identity(String issuer, String subject, Set<Role> roles, Origin origin) {

        public Identity {
            roles = Set.copyOf(roles);
        }
    }

    private final Invitations invitations;
    private final Identities identities;
    private final Accounts accounts;
    private final Passages passages;
    private final Clock clock;

    AcceptInvitation(
            Invitations invitations, Identities identities, Accounts accounts, Passages passages, Clock clock) {
        this.invitations = invitations;
        this.identities = identities;
        this.accounts = accounts;
        this.passages = passages;
        this.clock = clock;
    }

    @Transactional
    public Outcome accept(Identity identity, String token) {
        var owner = identities.owner(identity.issuer(), identity.subject());
        if (owner.isPresent()) {
            refused(identity, owner.get(), Passage.Reason.LINKED_BEFORE);
            return new Outcome.IdentityTaken();
        }
        return invitations
                .use(InvitationToken.hash(token), clock.instant())
                .map(person -> linked(identity, person))
                .orElseGet(() -> notValid(identity));
    }

    private Outcome linked(Identity identity, PersonId person) {
        identities.link(identity.issuer(), identity.subject(), person, clock.instant());
        passages.passed(traveller(identity, person), Passage.ACCEPT_INVITATION, Passage.Reason.OWN_SIGN_IN);
        return new Outcome.Linked(person);
    }

    private Outcome notValid(Identity identity) {
        passages.refused(
                Traveller.unknown(identity.issuer(), identity.subject(), identity.origin()),
                Passage.ACCEPT_INVITATION,
                Passage.Reason.INVITATION_NOT_VALID);
        return new Outcome.NotValid();
    }

    private void refused(Identity identity, PersonId owner, Passage.Reason reason) {
        passages.refused(traveller(identity, owner), Passage.ACCEPT_INVITATION, reason);
    }

    private Traveller traveller(Identity identity, PersonId person) {
        var patient = accounts.find(person).flatMap(Account::patient).orElse(null);
        return new Traveller(person, identity.roles(), patient, identity.origin());
    }
}
