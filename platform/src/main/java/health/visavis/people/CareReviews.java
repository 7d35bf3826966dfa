package health.visavis.people;

import health.visavis.kernel.Rounds;
import health.visavis.people.store.CareTeams;
import health.visavis.rounds.MakesRounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks at relationships before they lapse: whoever has written since the last visit keeps his, the others are ended
/// when their time has come. Access does not wait for this: it asks for the time itself.
///
/// The first look is at the start, however seldom the others are: relationships that began before there were episodes
/// have only an hour of their own and are judged then.
///
/// Several instances may look; each takes what no other has in hand.
@Component
class CareReviews implements MakesRounds {

    private static final Logger LOG = LoggerFactory.getLogger(CareReviews.class);
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final int AT_ONCE = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final CareTeams teams;
    private final ReviewCareRelationship review;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Rounds rounds;

    CareReviews(
            CareTeams teams,
            ReviewCareRelationship review,
            PlatformTransactionManager transactions,
            CareSettings settings,
            Clock clock) {
        this.teams = teams;
        this.review = review;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.rounds = new Rounds("care-reviews", settings.reviewEvery(), this::make, CareReviews::failed);
    }

    /// All that are due, once, some in each transaction.
    void make() {
        var before = clock.instant().plus(AHEAD);
        @Nullable UUID last = FIRST;
        while (last != null) {
            var after = last;
            last = transaction.execute(_ -> reviewSome(before, after));
        }
    }

    /// @return the last one looked at; null when there are no more
    private @Nullable UUID reviewSome(Instant before, UUID after) {
        var due = teams.due(before, after, AT_ONCE);
        due.forEach(each -> review.review(each.patient(), each.clinician(), EndReason.LAPSED));
        return due.isEmpty() ? null : due.getLast().episode();
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn(
                "Care relationships could not be looked at: {}",
                unavailable.getClass().getName());
    }

    @Override
    public void start() {
        rounds.startAtOnce();
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
