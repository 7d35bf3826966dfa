package health.visavis.web.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.access.Role;
import health.visavis.kernel.TimeSlot;
import health.visavis.web.components.SlotChoices;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.TestShell;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlotWordsTest {

    private final TestShell viewer = TestShell.of(Language.ENGLISH).signedInAs(Role.PATIENT);

    @Test
    void timesStandUnderTheDayOfTheViewersClock() {
        // 03:30 UTC is the evening before in New York.
        var choices = SlotWords.of(slots("2026-11-25T03:30:00Z", "2026-11-25T15:00:00Z"), viewer.shell());

        assertThat(choices.days())
                .extracting(SlotChoices.Day::times)
                .extracting(List::size)
                .containsExactly(1, 1);
        assertThat(choices.days().getFirst().date()).contains("November\u00a024");
        assertThat(labels(choices)).containsExactly("10:30\u00a0PM", "10:00\u00a0AM");
        assertThat(choices.zone()).isEqualTo("Eastern Time");
    }

    @Test
    void inTheHourThatHappensTwiceTheLabelSaysWhich() {
        var choices = SlotWords.of(
                slots("2026-11-01T04:30:00Z", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"), viewer.shell());

        assertThat(labels(choices)).containsExactly("12:30\u00a0AM", "1:30\u00a0AM EDT", "1:30\u00a0AM EST");
    }

    @Test
    void aSecondClockIsToldWhereItDiffersAndWithItsDayWhenThatDiffersToo() {
        var losAngeles = ZoneId.of("America/Los_Angeles");
        var newYork = ZoneId.of("America/New_York");
        var slots = slots("2026-11-25T18:00:00Z", "2026-11-26T06:30:00Z");

        var apart = SlotWords.of(slots, viewer.shell(), new Reading(losAngeles, newYork));
        assertThat(apart.zone()).isEqualTo("Pacific Time");
        assertThat(labels(apart)).containsExactly("10:00\u00a0AM", "10:30\u00a0PM");
        assertThat(besides(apart)).containsExactly("1:00\u00a0PM", "Thu, Nov 26, 1:30\u00a0AM");
        assertThat(apart.days().getFirst().times().getFirst().spoken())
                .contains("Pacific Time")
                .contains("Eastern Time");

        assertThat(besides(SlotWords.of(slots, viewer.shell(), new Reading(newYork, newYork))))
                .containsOnlyNulls();
    }

    private static List<String> besides(SlotChoices choices) {
        return choices.days().stream()
                .flatMap(day -> day.times().stream())
                .map(SlotChoices.Time::beside)
                .toList();
    }

    private static List<TimeSlot> slots(String... starts) {
        return Stream.of(starts)
                .map(Instant::parse)
                .map(start -> TimeSlot.starting(start, Duration.ofMinutes(30)))
                .toList();
    }

    private static List<String> labels(SlotChoices choices) {
        return choices.days().stream()
                .flatMap(day -> day.times().stream())
                .map(SlotChoices.Time::label)
                .toList();
    }
}
