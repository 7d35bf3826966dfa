package health.visavis.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.alarm.domain.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesFileTest {

    private static final String LIST = """
            192.0.2.0,192.0.2.127,NA,US,"New York, NY",40.71,-74.01
            192.0.2.128,192.0.2.255,34.05,-118.24
            2001:db8::,2001:db8::ffff,51.5,0.0
            """;

    @TempDir
    private Path folder;

    @Test
    void anAddressIsWhereItsRangeIs() throws IOException {
        var places = read(LIST);

        assertThat(places.of("192.0.2.0")).contains(new Place(40.71, -74.01));
        assertThat(places.of("192.0.2.128")).contains(new Place(34.05, -118.24));
        assertThat(places.of("2001:db8::7")).contains(new Place(51.5, 0));
    }

    @Test
    void whatIsInNoRangeAndWhatIsNoAddressHasNoPlace() throws IOException {
        var places = read(LIST);

        assertThat(places.of("192.0.3.1")).isEmpty();
        assertThat(places.of("198.51.100.1")).isEmpty();
        assertThat(places.of("2001:db8::1:0")).isEmpty();
        assertThat(places.of("process:visit")).isEmpty();
    }

    @Test
    void aLineThatIsNoneIsNamed() {
        assertThatThrownBy(() -> read(LIST + "192.0.2.1,somewhere\n")).hasMessageContaining("line 4");
        assertThatThrownBy(() -> read("192.0.2.1,192.0.2.1,95,0\n")).hasMessageContaining("line 1");
    }

    private PlacesFile read(String list) throws IOException {
        return new PlacesFile(Files.writeString(folder.resolve("places.csv"), list));
    }
}
