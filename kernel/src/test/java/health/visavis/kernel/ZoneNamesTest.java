package health.visavis.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    America/New_York    | Eastern Time         | hora del Este
                    America/Chicago     | Central Time         | hora del Centro
                    America/Phoenix     | Mountain Time        | hora de la Montaña
                    America/Los_Angeles | Pacific Time         | hora del Pacífico
                    America/Anchorage   | Alaska Time          | hora de Alaska
                    Pacific/Honolulu    | Hawaii-Aleutian Time | hora de Hawái
                    America/Puerto_Rico | Atlantic Time        | hora del Atlántico
                    """)
    void aZoneHasTheNameThatPeopleOfTheUnitedStatesUse(ZoneId zone, String english, String spanish) {
        assertThat(ZoneNames.of(zone, Locale.US)).isEqualTo(english);
        assertThat(ZoneNames.of(zone, Locale.of("es", "US"))).isEqualTo(spanish);
    }
}
