package health.visavis.notification;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.Requirement;
import health.visavis.kernel.TimeSlot;
import health.visavis.notification.Letter.Meeting;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LetterTextsTest {

    private static final Instant START = Instant.parse("2026-11-24T19:30:00Z");
    private static final Locale SPANISH = Locale.of("es");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    America/New_York    | America/New_York    | Tuesday, November 24, 2026, 2:30 PM Eastern Time
                    America/New_York    | America/Chicago     | Tuesday, November 24, 2026, 2:30 PM Eastern Time (1:30 PM Central Time at the clinic)
                    America/Los_Angeles | America/New_York    | Tuesday, November 24, 2026, 11:30 AM Pacific Time (2:30 PM Eastern Time at the clinic)
                    America/Detroit     | America/New_York    | Tuesday, November 24, 2026, 2:30 PM Eastern Time
                    Pacific/Honolulu    | America/New_York    | Tuesday, November 24, 2026, 9:30 AM Hawaii-Aleutian Time (2:30 PM Eastern Time at the clinic)
                    Asia/Tokyo          | America/Los_Angeles | Wednesday, November 25, 2026, 4:30 AM Japan Time (Tuesday, November 24, 2026, 11:30 AM Pacific Time at the clinic)
                    """)
    @Requirement("APP-03")
    void everyTimeNamesItsZoneAndTheClinicsWhereItDiffers(String own, String clinic, String expected) {
        assertThat(new LetterTexts(Locale.ENGLISH).when(meeting(clinic), ZoneId.of(own)))
                .isEqualTo(expected);
    }

    @Test
    void spanishReadersReadSpanishDates() {
        assertThat(new LetterTexts(SPANISH).when(meeting("America/Chicago"), ZoneId.of("America/New_York")))
                .startsWith("martes, 24 de noviembre de 2026")
                .contains("hora del Este", "en la clínica");
    }

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void everyKindHasItsTextsInBothLanguages(LetterKind kind) {
        for (var language : new Locale[] {Locale.ENGLISH, SPANISH}) {
            var texts = new LetterTexts(language);
            assertThat(texts.text(kind.text() + ".subject")).isNotBlank();
            assertThat(texts.text(kind.text() + ".mail", "WHEN")).isNotBlank();
        }
    }

    @Test
    void bothLanguagesHaveTheSameTextsAndNoneIsLeftInEnglish() throws IOException {
        var english = properties("letters_en");
        var spanish = properties("letters_es");

        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(Stream.of("when"))
                .containsAll(english.stringPropertyNames().stream()
                        .filter(key -> english.getProperty(key).equals(spanish.getProperty(key)))
                        .toList());
    }

    private static Meeting meeting(String clinicZone) {
        return new Meeting(new TimeSlot(START, START.plusSeconds(1800)), ZoneId.of(clinicZone), 1, null);
    }

    private static Properties properties(String name) throws IOException {
        var properties = new Properties();
        try (var file = new InputStreamReader(
                Objects.requireNonNull(LetterTexts.class.getResourceAsStream(name + ".properties")),
                StandardCharsets.UTF_8)) {
            properties.load(file);
        }
        return properties;
    }
}
