package health.visavis.limits;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.MutableClock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What everybody who counts tries keeps to.
abstract class LimitsContract {

    private static final Limit LIMIT = Limit.GUEST_LINKS;

    final String who = UUID.randomUUID().toString();

    abstract Limits limits();

    abstract MutableClock clock();

    @Test
    void whoHasTriedTooOftenIsToldHowLongToWaitAndCanTryThen() {
        takeAll();

        var wait = limits().take(LIMIT, who).orElseThrow();
        assertThat(wait).isPositive().isLessThanOrEqualTo(LIMIT.period().dividedBy(LIMIT.tries()));
        assertThat(limits().look(LIMIT, who).orElseThrow()).isLessThanOrEqualTo(wait);

        clock().advance(wait);
        assertThat(limits().look(LIMIT, who)).isEmpty();
        assertThat(limits().take(LIMIT, who)).isEmpty();
        assertThat(limits().take(LIMIT, who)).isPresent();
    }

    @Test
    void lookingCountsNothing() {
        IntStream.rangeClosed(0, LIMIT.tries())
                .forEach(look -> assertThat(limits().look(LIMIT, who)).isEmpty());

        assertThat(limits().take(LIMIT, who)).isEmpty();
    }

    @Test
    void othersAndOtherLimitsAreNotTouched() {
        takeAll();

        assertThat(limits().take(LIMIT, "another " + who)).isEmpty();
        assertThat(limits().take(Limit.SIGN_UP_LINKS, who)).isEmpty();
    }

    @Test
    void afterTheWholePeriodAllTriesAreThereAgain() {
        takeAll();
        clock().advance(LIMIT.period().plus(Duration.ofSeconds(1)));

        takeAll();
    }

    @Test
    void ofManyAtOnceAsManyGetThroughAsThereAreTries() {
        var through = new AtomicInteger();
        try (var crowd = Executors.newFixedThreadPool(8)) {
            for (var one = 0; one < LIMIT.tries() + 20; one++) {
                crowd.submit(() -> limits().take(LIMIT, who).ifPresentOrElse(wait -> {}, through::incrementAndGet));
            }
        }

        // One more may have come in while they tried.
        assertThat(through.get()).isBetween(LIMIT.tries(), LIMIT.tries() + 1);
    }

    private void takeAll() {
        for (var one = 0; one < LIMIT.tries(); one++) {
            assertThat(limits().take(LIMIT, who)).isEmpty();
        }
    }
}
