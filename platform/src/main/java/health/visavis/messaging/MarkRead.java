package health.visavis.messaging;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.ThreadId;
import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import health.visavis.messaging.store.Threads;

/// Notes how far somebody has read. Never moves back.
@UseCase
public class MarkRead {

    private final Access access;
    private final Threads threads;
    private final LiveEvents live;

    MarkRead(Access access, Threads threads, LiveEvents live) {
        this.access = access;
        this.threads = threads;
        this.live = live;
    }

    public void upTo(Actor actor, ThreadId thread, long sequence) {
        access.require(actor, threads.permission(Action.READ_MESSAGES, thread));
        if (threads.markRead(thread, actor.person(), sequence)) {
            live.publish(Topic.person(actor.person().value()), "unread", thread.value());
        }
    }
}
