package health.visavis.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The list that Azure's rules are made from is the catalogue.
class AlarmCatalogueTest {

    private static final Path LIST = Path.of("..", "deploy", "azure", "monitor", "alarms.json");

    /// Writes the list when it differs, and fails then: the change belongs into the same commit.
    @Test
    @Requirement("MON-03")
    void theListForAzureIsCurrent() throws IOException {
        var current = Arrays.stream(AlarmKind.values())
                .map(AlarmCatalogueTest::line)
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        var written = Files.exists(LIST) ? Files.readString(LIST) : "";

        if (!written.equals(current)) {
            Files.writeString(LIST, current);
        }

        assertThat(written)
                .as("deploy/azure/monitor/alarms.json was out of date; it has been written anew")
                .isEqualTo(current);
    }

    /// A rule finds an event by its name: none may be part of another.
    @Test
    void noNameIsPartOfAnother() {
        for (var one : AlarmKind.values()) {
            assertThat(AlarmKind.values())
                    .filteredOn(other -> other.event().contains(one.event()))
                    .containsExactly(one);
        }
    }

    private static String line(AlarmKind kind) {
        return """
                  { "name": "%s", "event": "%s", "severity": %d, "meaning": "%s" }""".formatted(kind.code(), kind.event(), kind.severity().level(), kind.meaning());
    }
}
