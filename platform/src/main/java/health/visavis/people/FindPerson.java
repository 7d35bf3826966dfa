package health.visavis.people;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.people.store.Accounts;
import java.util.List;

/// Finds somebody whom this clinic knows: to invite them, so that the invitation links a sign-in to the person we know
/// instead of adding them a second time, or for whatever else is decided about a person.
@UseCase
public class FindPerson {

    public static final int MOST = 50;

    private final Access access;
    private final Accounts accounts;

    FindPerson(Access access, Accounts accounts) {
        this.access = access;
        this.accounts = accounts;
    }

    /// Nobody before somebody is sought.
    public List<FoundPerson> named(Actor actor, String nameContains) {
        var receipt = access.require(actor, Action.LIST_ACCOUNTS.anyone());
        if (nameContains.isBlank()) {
            return List.of();
        }
        var found = accounts.named(nameContains, MOST);
        access.showed(
                receipt,
                found.stream()
                        .flatMap(each -> each.account().patient().stream())
                        .toList());
        return found;
    }
}
