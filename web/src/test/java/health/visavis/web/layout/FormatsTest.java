package health.visavis.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.web.i18n.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final Instant AT = Instant.parse("2026-11-24T19:30:00Z");
    private static final String GAP = "\u00a0";

    private final Shell english = TestShell.of(Language.ENGLISH).shell();
    private final Shell spanish = TestShell.of(Language.SPANISH).shell();

    @Test
    void aTimeNamesItsZone() {
        assertThat(english.time(AT)).isEqualTo("2:30" + GAP + "PM Eastern Time");
        assertThat(english.time(AT, ZoneId.of("Europe/Madrid"))).isEqualTo("8:30" + GAP + "PM Central European Time");
        assertThat(spanish.time(AT)).startsWith("2:30").endsWith("hora del Este");
    }

    @Test
    void aDateIsWrittenOutInTheLanguage() {
        assertThat(english.date(AT)).isEqualTo("Tuesday, November 24, 2026");
        assertThat(spanish.date(AT)).isEqualTo("martes, 24 de noviembre de 2026");
    }

    @Test
    void aDateWithoutItsYearKeepsTheOrderOfTheLanguage() {
        var day = LocalDate.of(2026, 11, 24);
        assertThat(english.longDate(day)).isEqualTo("Tuesday, November 24");
        assertThat(english.monthDay(day)).isEqualTo("Nov 24");
        assertThat(spanish.longDate(day)).isEqualTo("martes, 24 de noviembre");
        assertThat(spanish.monthDay(day)).isEqualTo("24 de nov");
    }

    @Test
    void aLineOfALogHasItsYearAndItsSecond() {
        assertThat(english.logged(AT.plusSeconds(5)))
                .isEqualTo("Nov" + GAP + "24," + GAP + "2026, 2:30:05" + GAP + "PM");
    }

    @Test
    void aDayStartsALineInLargeAndStandsInASentenceInSmall() {
        assertThat(spanish.when(TestShell.NOW)).startsWith("Hoy, ");
        assertThat(spanish.nearDate(TestShell.NOW.plus(Duration.ofDays(1)))).isEqualTo("mañana");
        assertThat(spanish.say(Words.of("home.waiting.since", TestShell.NOW))).startsWith("Llegó: hoy, ");
    }

    @Test
    void aDistanceIsSaidInWords() {
        assertThat(english.relative(TestShell.NOW.plus(Duration.ofMinutes(20)))).isEqualTo("in 20 minutes");
        assertThat(english.relative(TestShell.NOW.minus(Duration.ofHours(1)))).isEqualTo("1 hour ago");
        assertThat(spanish.relative(TestShell.NOW.plus(Duration.ofDays(3)))).isEqualTo("en 3 días");
        assertThat(english.relative(TestShell.NOW)).isEqualTo("now");
    }
}
