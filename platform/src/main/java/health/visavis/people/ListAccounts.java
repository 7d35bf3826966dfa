package health.visavis.people;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.PersonId;
import health.visavis.people.store.Accounts;
import java.util.List;
import java.util.Optional;

/// Staff, and the patients whose invitation is still open. A patient who has come is nobody of the administrator's
/// list any more.
@UseCase
public class ListAccounts {

    private final Access access;
    private final AccountSubjects subjects;
    private final Accounts accounts;

    ListAccounts(Access access, AccountSubjects subjects, Accounts accounts) {
        this.access = access;
        this.subjects = subjects;
        this.accounts = accounts;
    }

    public List<Account> list(Actor actor) {
        var receipt = access.require(actor, Action.LIST_ACCOUNTS.anyone());
        var all = accounts.all();
        access.showed(
                receipt,
                all.stream().flatMap(account -> account.patient().stream()).toList());
        return all;
    }

    public Optional<Account> one(Actor actor, PersonId person) {
        access.require(actor, Action.LIST_ACCOUNTS.on(subjects.of(person)));
        return accounts.find(person);
    }
}
