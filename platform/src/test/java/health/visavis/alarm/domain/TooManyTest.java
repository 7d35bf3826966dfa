package health.visavis.alarm.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.alarm.domain.TooMany.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TooManyTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final TooMany MORE_THAN_TWO = new TooMany(2, Duration.ofMinutes(10), Duration.ofHours(1));

    private final List<Act> acts = new ArrayList<>();

    @Test
    void theActThatIsOneTooManyIsTheMoment() {
        does("a", 0, "one");
        does("a", 1, "two");
        assertThat(MORE_THAN_TWO.in(acts)).isEmpty();

        does("a", 2, "three");

        assertThat(MORE_THAN_TWO.in(acts)).containsExactly(new Moment("a", minute(2), 3));
    }

    @Test
    void theSameThingCountsOnceAndEachPersonAlone() {
        does("a", 0, "one", "one");
        does("b", 1, "two");
        does("a", 2, "one");
        does("b", 3, "three");

        assertThat(MORE_THAN_TWO.in(acts)).isEmpty();
    }

    @Test
    void whatIsAWindowAgoNoLongerCounts() {
        does("a", 0, "one");
        does("a", 5, "two");
        does("a", 10, "three");
        assertThat(MORE_THAN_TWO.in(acts)).isEmpty();

        does("a", 14, "four");

        assertThat(MORE_THAN_TWO.in(acts)).containsExactly(new Moment("a", minute(14), 3));
    }

    @Test
    void whoGoesOnIsOneMomentUntilTheQuietIsOver() {
        for (var minute = 0; minute < 120; minute++) {
            does("a", minute, "thing " + minute);
        }

        assertThat(MORE_THAN_TWO.in(acts)).extracting(Moment::at).containsExactly(minute(2), minute(62));
    }

    private void does(String who, int minute, String... what) {
        acts.add(new Act(who, minute(minute), List.of(what)));
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
