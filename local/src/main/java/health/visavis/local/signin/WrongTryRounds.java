package health.visavis.local.signin;

import health.visavis.access.Origin;
import health.visavis.access.Passage;
import health.visavis.access.Passages.Traveller;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Rounds;
import health.visavis.local.signin.store.WrongTryQueue;
import health.visavis.local.signin.store.WrongTryQueue.WrongTry;
import health.visavis.rounds.MakesRounds;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts wrong passwords and codes on the trail, every few seconds: as refused sign-ins of the person whose account it
/// is, or of whoever tries names that are nobody's from one address.
public final class WrongTryRounds implements MakesRounds {

    private static final Logger LOG = LoggerFactory.getLogger(WrongTryRounds.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    /// Whose sign-in it is, by issuer and subject.
    @FunctionalInterface
    public interface Owners {

        Optional<PersonId> owner(String issuer, String subject);
    }

    /// Writes the row.
    @FunctionalInterface
    public interface Refusals {

        void refused(Traveller who, Passage passage, Passage.Reason reason);
    }

    private final WrongTryQueue queue;
    private final String issuer;
    private final Owners owners;
    private final Refusals refusals;
    private final Rounds rounds;

    public WrongTryRounds(WrongTryQueue queue, String issuer, Owners owners, Refusals refusals) {
        this.queue = queue;
        this.issuer = issuer;
        this.owners = owners;
        this.refusals = refusals;
        this.rounds = new Rounds("wrong-tries", EVERY, this::make, WrongTryRounds::failed);
    }

    void make() {
        queue.take(wrong -> refusals.refused(traveller(wrong), Passage.SIGN_IN, Passage.Reason.WRONG_SECRET));
    }

    private Traveller traveller(WrongTry wrong) {
        var origin = new Origin(wrong.address(), "-", "sign-in");
        var subject = wrong.account() == null
                ? "nobody at " + wrong.address()
                : wrong.account().toString();
        return owners.owner(issuer, subject)
                .map(person -> new Traveller(person, Set.of(), null, origin))
                .orElseGet(() -> Traveller.unknown(issuer, subject, origin));
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn(
                "Wrong tries at sign-in did not get onto the trail: {}",
                unavailable.getClass().getName());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
