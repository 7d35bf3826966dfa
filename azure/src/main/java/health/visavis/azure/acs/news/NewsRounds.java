package health.visavis.azure.acs.news;

import health.visavis.azure.acs.news.NewsRound.Outcome;
import health.visavis.azure.servicebus.ServiceBusSettings;
import health.visavis.kernel.Rounds;
import health.visavis.rounds.MakesRounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks into the queue for as long as the application runs; the queue itself waits for a message. Several instances
/// may: each message is locked by one.
final class NewsRounds implements MakesRounds {

    private static final Logger LOG = LoggerFactory.getLogger(NewsRounds.class);

    private final Rounds rounds;

    NewsRounds(NewsRound round, ServiceBusSettings settings) {
        this.rounds = new Rounds("news-rounds", settings.every(), () -> untilEmpty(round), NewsRounds::failed);
    }

    private static void untilEmpty(NewsRound round) {
        var outcome = round.make();
        while (outcome != Outcome.NOTHING && !Thread.currentThread().isInterrupted()) {
            outcome = round.make();
        }
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn("News could not be fetched: {}", unavailable.getClass().getName());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
