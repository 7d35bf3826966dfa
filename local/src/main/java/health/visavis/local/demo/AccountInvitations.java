package health.visavis.local.demo;

import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.kernel.PersonId;
import health.visavis.people.AcceptInvitation;
import health.visavis.people.FindIdentity;
import health.visavis.people.InvitePerson;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Invites a person and lets his sign-in accept, once per issuer and subject.
@Component
@ConditionalOnProperty("visavis.local.accounts")
class AccountInvitations {

    /// A sign-in, as OpenID Connect names it.
    record Identity(String issuer, String subject) {}

    private final FindIdentity findIdentity;
    private final InvitePerson invitePerson;
    private final AcceptInvitation acceptInvitation;

    AccountInvitations(FindIdentity findIdentity, InvitePerson invitePerson, AcceptInvitation acceptInvitation) {
        this.findIdentity = findIdentity;
        this.invitePerson = invitePerson;
        this.acceptInvitation = acceptInvitation;
    }

    void link(Actor actor, PersonId person, Role role, Identity identity) {
        var issuer = identity.issuer();
        var subject = identity.subject();
        if (findIdentity.find(issuer, subject).isPresent()) {
            return;
        }
        var token = invitePerson.inviteAs(actor, person, Set.of(role)).reveal();
        switch (acceptInvitation.accept(
                new AcceptInvitation.Identity(issuer, subject, Set.of(role), actor.origin()), token)) {
            case AcceptInvitation.Outcome.Linked linked -> {}
            case AcceptInvitation.Outcome.IdentityTaken taken -> {}
            case AcceptInvitation.Outcome.NotValid notValid ->
                throw new IllegalStateException("an invitation made a moment ago is not valid");
        }
    }
}
