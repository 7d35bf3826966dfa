package health.visavis.messaging;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.ThreadId;
import health.visavis.messaging.store.Threads;

/// Asks whether somebody may send a file into a conversation, before anything of it is looked at.
@UseCase
public class OfferFile {

    private final Access access;
    private final Threads threads;

    OfferFile(Access access, Threads threads) {
        this.access = access;
        this.threads = threads;
    }

    /// @return whose file it will be
    public PatientId offer(Actor actor, ThreadId thread) {
        access.require(actor, threads.permission(Action.SEND_FILE, thread));
        return threads.facts(thread).orElseThrow().patient();
    }
}
