package health.visavis.alarm.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.visavis.alarm.domain.Travel.Stay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TravelTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Place NEW_YORK = new Place(40.71, -74.01);
    private static final Place BOSTON = new Place(42.36, -71.06);
    private static final Place LOS_ANGELES = new Place(34.05, -118.24);
    private static final Travel AIRLINER = new Travel(1000, 500);

    /// Known to be 3,936 km.
    @Test
    void distancesAreThoseOfTheEarth() {
        assertThat(NEW_YORK.kilometersTo(LOS_ANGELES)).isCloseTo(3936, within(20.0));
        assertThat(new Place(0, 179.5).kilometersTo(new Place(0, -179.5))).isCloseTo(111, within(1.0));
    }

    @Test
    void acrossTheCountryTakesHours() {
        var soon = at("a", 180, LOS_ANGELES);
        assertThat(AIRLINER.impossible(List.of(at("a", 0, NEW_YORK), soon))).containsExactly(soon);
        assertThat(AIRLINER.impossible(List.of(at("a", 0, NEW_YORK), at("a", 240, LOS_ANGELES))))
                .isEmpty();
    }

    @Test
    void theNextCityAndSomebodyElseAreNoTravel() {
        assertThat(AIRLINER.impossible(List.of(at("a", 0, NEW_YORK), at("a", 1, BOSTON), at("b", 2, LOS_ANGELES))))
                .isEmpty();
    }

    private static Stay at(String who, int minute, Place place) {
        return new Stay(who, NOON.plus(Duration.ofMinutes(minute)), place);
    }
}
