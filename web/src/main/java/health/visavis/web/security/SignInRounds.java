package health.visavis.web.security;

import health.visavis.kernel.Rounds;
import health.visavis.rounds.MakesRounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Comes by often enough that no session stays unchecked for more than a third longer than the settings want. Several
/// instances may: each session is claimed by one.
@Component
class SignInRounds implements MakesRounds {

    private static final Logger LOG = LoggerFactory.getLogger(SignInRounds.class);

    private final Rounds rounds;

    SignInRounds(SignInCheck check, SignInSettings settings) {
        this.rounds =
                new Rounds("sign-in-rounds", settings.checkEvery().dividedBy(3), check::make, SignInRounds::failed);
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn("A round of sign-ins failed with {}", unavailable.getClass().getName());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
