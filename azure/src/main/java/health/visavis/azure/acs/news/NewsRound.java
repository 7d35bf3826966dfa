package health.visavis.azure.acs.news;

import health.visavis.azure.acs.store.UnreadableNews;
import health.visavis.azure.servicebus.LockedMessage;
import health.visavis.azure.servicebus.ServiceBusQueue;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes one message off the queue, reads it, and completes it once what it says is kept. Whatever fails in between
/// leaves the message there: its lock runs out and it comes back, to any instance.
///
/// A message that cannot be read is written down without its content and put back at once. Over HTTP a message cannot
/// be put aside as dead; the queue does so itself after as many deliveries as it is set to.
final class NewsRound {

    /// What came of looking once.
    enum Outcome {
        NOTHING,
        KEPT,
        UNREADABLE
    }

    private static final Logger LOG = LoggerFactory.getLogger(NewsRound.class);

    private final ServiceBusQueue queue;
    private final NewsIntake intake;
    private final UnreadableNews unreadable;
    private final Clock clock;

    NewsRound(ServiceBusQueue queue, NewsIntake intake, UnreadableNews unreadable, Clock clock) {
        this.queue = queue;
        this.intake = intake;
        this.unreadable = unreadable;
        this.clock = clock;
    }

    /// Asks the database first: each delivery counts, and a message must not die because we were away.
    Outcome make() {
        unreadable.isReachable();
        return queue.receive().map(this::take).orElse(Outcome.NOTHING);
    }

    private Outcome take(LockedMessage message) {
        try {
            intake.take(message.body());
        } catch (NewsReader.Unreadable never) {
            unreadable.note(message.id(), message.deliveries(), clock.instant());
            LOG.warn(
                    "News number {} could not be read at delivery {}; the queue puts it aside as dead in the end",
                    message.sequence(),
                    message.deliveries());
            queue.release(message);
            return Outcome.UNREADABLE;
        }
        queue.complete(message);
        return Outcome.KEPT;
    }
}
