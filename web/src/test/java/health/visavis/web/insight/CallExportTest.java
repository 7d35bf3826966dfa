package health.visavis.web.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CallExportTest {

    @Test
    void aLineOfTheTableHasAFieldForEveryColumn() {
        var lines = CallExport.csv(List.of(InsightPages.call("acs", 1), InsightPages.call("direct", 2)))
                .split("\r\n");

        assertThat(lines).hasSize(3);
        assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSameSizeAs(CallExport.COLUMNS));
        assertThat(lines[1])
                .startsWith("0199a000-0000-7000-8000-000000000002,1,acs,engine,")
                .contains(",1200,MOVED_ON,SOUND_AND_PICTURE,2,RELAY,48,5,12,870,24,CLINICIAN ");
        assertThat(lines[2]).contains(",UNKNOWN,,,,,,");
    }

    @Test
    void anEmptyTableStillSaysItsColumns() {
        assertThat(CallExport.csv(List.of())).isEqualTo(String.join(",", CallExport.COLUMNS) + "\r\n");
        assertThat(CallExport.ndjson(List.of())).isEmpty();
    }

    @Test
    void everyLineIsAnObjectWithTheSameNames() {
        var line = CallExport.ndjson(List.of(InsightPages.call("direct", 2)));

        assertThat(line).endsWith("}\n");
        var object = JsonMapper.shared().readTree(line);
        assertThat(object.propertyNames()).containsExactlyElementsOf(CallExport.COLUMNS);
        assertThat(object.get("attendances").get(1).get("role").asString()).isEqualTo("PATIENT");
        assertThat(object.get("round_trip_ms").isNull()).isTrue();
    }

    @Test
    void everyColumnIsDocumented() throws IOException {
        var guide = Files.readString(Path.of("../docs/guides/call-records.md"));

        assertThat(CallExport.COLUMNS).allSatisfy(column -> assertThat(guide).contains("| `" + column + "` |"));
    }
}
