package health.visavis.people;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.PersonId;
import health.visavis.people.store.Accounts;
import java.util.Optional;

/// A new invitation for somebody who lost the first, or lost his sign-in; the one before ends. Or none any more.
@UseCase
public class InviteAgain {

    private final Access access;
    private final AccountSubjects subjects;
    private final Accounts accounts;
    private final InvitationMaking making;
    private final InvitationEnding ending;

    InviteAgain(
            Access access,
            AccountSubjects subjects,
            Accounts accounts,
            InvitationMaking making,
            InvitationEnding ending) {
        this.access = access;
        this.subjects = subjects;
        this.accounts = accounts;
        this.making = making;
        this.ending = ending;
    }

    /// @return empty for somebody who was deactivated
    public Optional<Invited> invite(Actor actor, PersonId person) {
        access.require(actor, Action.INVITE_PERSON.on(subjects.of(person)));
        return accounts.find(person)
                .filter(account -> account.state() != Account.State.DEACTIVATED)
                .map(account -> making.offer(person, account.displayName(), account.roles()));
    }

    public void withdraw(Actor actor, PersonId person) {
        access.require(actor, Action.INVITE_PERSON.on(subjects.of(person)));
        ending.end(person);
    }
}
