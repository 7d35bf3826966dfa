package health.visavis.notification;

import health.visavis.kernel.Rounds;
import health.visavis.rounds.MakesRounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes a round of the links every minute, where letters with links are sent. Several instances may: each link is
/// claimed by one.
@Component
class LinkRounds implements MakesRounds {

    private static final Logger LOG = LoggerFactory.getLogger(LinkRounds.class);

    private final LetterSending sending;
    private final NotificationSettings settings;
    private final Rounds rounds;

    LinkRounds(LinkRound round, LetterSending sending, NotificationSettings settings) {
        this.sending = sending;
        this.settings = settings;
        this.rounds = new Rounds("link-rounds", settings.linksEvery(), round::make, LinkRounds::failed);
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn("A round of links failed with {}", unavailable.getClass().getName());
    }

    @Override
    public void start() {
        if (settings.every().isPositive() && sending.possible()) {
            rounds.start();
        }
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
