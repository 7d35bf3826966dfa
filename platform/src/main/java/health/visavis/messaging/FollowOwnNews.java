package health.visavis.messaging;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Subject;
import health.visavis.access.UseCase;
import health.visavis.kernel.PersonId;

/// Lets somebody hear that something new waits for him; nobody hears it for another.
@UseCase
public class FollowOwnNews {

    private final Access access;

    FollowOwnNews(Access access) {
        this.access = access;
    }

    public void follow(Actor actor, PersonId person) {
        access.require(
                actor,
                actor.person().equals(person)
                        ? Action.READ_OWN_PROFILE.anyone()
                        : Action.READ_OWN_PROFILE.on(Subject.unknown(person.value())));
    }
}
