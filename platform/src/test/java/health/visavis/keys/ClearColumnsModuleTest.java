package health.visavis.keys;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/// Names and contact data that are not sealed are those that the page for it gives a reason for.
@PlatformTest
class ClearColumnsModuleTest {

    private static final Path PAGE = Path.of("..", "docs", "compliance", "keys.md");
    private static final Pattern COLUMN = Pattern.compile("`([a-z_]+\\.[a-z_]+)`");
    private static final String ABOUT_SOMEBODY =
            "(^|_)(name|given|family|email|mail|phone|telephone|mobile|address|street|city|postcode|born|birth|gender|ssn|insurance)(_|$)";

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    @Test
    void everyClearColumnOfThatKindIsListedWithItsReason() throws IOException {
        var clear = database.queryForList("""
                SELECT table_name || '.' || column_name FROM information_schema.columns
                 WHERE table_schema = 'public' AND data_type <> 'bytea' AND column_name ~ ?
                   AND table_name NOT LIKE 'flyway%' AND table_name NOT LIKE 'spring_%'
                 ORDER BY 1
                """, String.class, ABOUT_SOMEBODY);

        assertThat(clear).contains("person.family").containsExactlyInAnyOrderElementsOf(listed().toList());
    }

    private static Stream<String> listed() throws IOException {
        var page = Files.readString(PAGE);
        var table = page.substring(page.indexOf("## What stays readable"), page.indexOf("Beside these"));
        return COLUMN.matcher(table).results().map(found -> found.group(1));
    }
}
