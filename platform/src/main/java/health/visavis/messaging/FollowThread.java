package health.visavis.messaging;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.ThreadId;
import health.visavis.messaging.store.Threads;

/// Lets somebody see a conversation's messages as they arrive. [FollowedMessages] hands them over.
@UseCase
public class FollowThread {

    private final Access access;
    private final Threads threads;

    FollowThread(Access access, Threads threads) {
        this.access = access;
        this.threads = threads;
    }

    public void follow(Actor actor, ThreadId thread) {
        access.require(actor, threads.permission(Action.READ_MESSAGES, thread));
    }
}
