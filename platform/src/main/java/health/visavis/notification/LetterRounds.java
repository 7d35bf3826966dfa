package health.visavis.notification;

import health.visavis.kernel.Rounds;
import health.visavis.rounds.MakesRounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes a round every few seconds for as long as the application runs. Several instances may: each letter is
/// claimed by one.
@Component
class LetterRounds implements MakesRounds {

    private static final Logger LOG = LoggerFactory.getLogger(LetterRounds.class);

    private final LetterSending sending;
    private final Rounds rounds;

    LetterRounds(LetterRound round, LetterSending sending, NotificationSettings settings) {
        this.sending = sending;
        this.rounds = new Rounds("letter-rounds", settings.every(), round::make, LetterRounds::failed);
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn("A round of letters failed with {}", unavailable.getClass().getName());
    }

    @Override
    public void start() {
        if (sending.possible()) {
            rounds.start();
        }
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
