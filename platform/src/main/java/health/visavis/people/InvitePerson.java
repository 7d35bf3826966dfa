package health.visavis.people;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.access.UseCase;
import health.visavis.alarm.NewAdministrators;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Sensitive;
import java.util.Set;

/// Invites somebody who is registered and has a sign-in to link.
@UseCase
public class InvitePerson {

    private final Access access;
    private final InvitationMaking making;
    private final NewAdministrators newAdministrators;

    InvitePerson(Access access, InvitationMaking making, NewAdministrators newAdministrators) {
        this.access = access;
        this.making = making;
        this.newAdministrators = newAdministrators;
    }

    public Sensitive<String> invite(Actor actor, PersonId person) {
        access.require(actor, Action.INVITE_PERSON.about(person.value()));
        return making.make(person, Set.of());
    }

    /// @param roles as what, for the list of people
    public Sensitive<String> inviteAs(Actor actor, PersonId person, Set<Role> roles) {
        access.require(actor, Action.INVITE_PERSON.about(person.value()));
        if (roles.contains(Role.ADMIN)) {
            newAdministrators.invited(person);
        }
        return making.make(person, roles);
    }
}
