package health.visavis.web.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.access.Role;
import health.visavis.kernel.ClinicianId;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.TestShell;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoursFormTest {

    private final Map<String, String> fields =
            new HashMap<>(Map.of("zone", "America/Denver", "visit", "20", "notice", "60", "horizon", "30"));

    @Test
    void emptyPairsMeanNothing() {
        fields.putAll(Map.of("opens-1-0", "", "closes-1-0", "", "opens-1-1", "13:00", "closes-1-1", "17:00"));
        var form = form();

        var hours = form.read(ClinicianId.next()).orElseThrow();

        assertThat(hours.weekly()).singleElement().satisfies(weekly -> {
            assertThat(weekly.day()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(weekly.hours().openingMinute()).isEqualTo(13 * 60);
        });
        assertThat(hours.zone()).isEqualTo(ZoneId.of("America/Denver"));
        assertThat(form.errors().any()).isFalse();
    }

    @Test
    void whatWasReadIsWrittenBackTheSame() {
        fields.putAll(Map.of("opens-7-0", "22:00", "closes-7-0", "00:00", "opens-7-1", "08:00", "closes-7-1", "09:30"));
        var hours = form().read(ClinicianId.next()).orElseThrow();

        assertThat(HoursPages.fields(hours))
                .containsAllEntriesOf(Map.of(
                        "opens-7-0", "08:00", "closes-7-0", "09:30", "opens-7-1", "22:00", "closes-7-1", "00:00"));
    }

    @Test
    void halfAPairAndABackwardPairAreWrongWhereTheyStand() {
        fields.putAll(Map.of("opens-2-0", "09:00", "opens-3-0", "17:00", "closes-3-0", "09:00"));
        var form = form();

        assertThat(form.read(ClinicianId.next())).isEmpty();
        assertThat(form.errors().of("opens-2-0")).startsWith("Tuesday");
        assertThat(form.errors().of("opens-3-0")).startsWith("Wednesday");
    }

    @Test
    void overlappingPairsAreWrong() {
        fields.putAll(Map.of("opens-4-0", "09:00", "closes-4-0", "12:00", "opens-4-1", "11:30", "closes-4-1", "13:00"));
        var form = form();

        assertThat(form.read(ClinicianId.next())).isEmpty();
        assertThat(form.errors().of("opens-4-1")).contains("overlap");
    }

    @Test
    void aZoneOrLengthThatDoesNotExistIsWrong() {
        fields.putAll(Map.of("zone", "Moon/Base", "visit", "3"));
        var form = form();

        assertThat(form.read(ClinicianId.next())).isEmpty();
        assertThat(form.errors().sentences()).containsKeys("zone", "visit");
    }

    private HoursForm form() {
        return new HoursForm(
                fields, TestShell.of(Language.ENGLISH).signedInAs(Role.DOCTOR).shell());
    }
}
