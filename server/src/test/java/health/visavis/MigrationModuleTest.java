package health.visavis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.secrets.TestSecrets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrationModuleTest {

    private static final String URL = TestDatabase.url().replace("/visavis?", "/unprepared?");

    private static final String INIT = "SET lock_timeout = '5s'; SET ROLE visavis_owner";

    private final JdbcTemplate unprepared =
            new JdbcTemplate(new DriverManagerDataSource(URL, "visavis_owner", "owner"));

    @BeforeEach
    void anEmptyDatabase() {
        var server = new JdbcTemplate(TestDatabase.asSuperuser());
        server.execute("DROP DATABASE IF EXISTS unprepared WITH (FORCE)");
        server.execute("CREATE DATABASE unprepared OWNER visavis_owner");
        server.execute("DROP ROLE IF EXISTS migration");
        server.execute("CREATE ROLE migration LOGIN PASSWORD 'migration' IN ROLE visavis_owner");
    }

    @Test
    void theWordPreparesTheTablesAndEnds() {
        var running = Thread.getAllStackTraces().keySet();

        migrate();

        assertThat(tables()).contains("appointment", "audit_event", "data_key", "flyway_schema_history_visit");
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !running.contains(thread))
                        .map(Thread::getName)
                        .filter(name -> name.contains("listener") || name.contains("rounds")))
                .isEmpty();
    }

    /// As the job of deploy/openshift signs in: by an identity of its own that belongs to the owner.
    @Test
    void whoeverBelongsToTheOwnerMakesTheOwnersTables() {
        VisavisApplication.main(words("migration", "migration", "--spring.flyway.init-sqls=" + INIT));

        assertThat(unprepared.queryForList(
                        "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'", String.class))
                .containsExactly("visavis_owner");
    }

    @Test
    void aSecondTimeChangesNothing() {
        migrate();
        var before = histories();

        migrate();

        assertThat(histories()).isEqualTo(before);
    }

    @Test
    void whoMayNotMakeTablesFails() {
        assertThatThrownBy(() -> VisavisApplication.main(words("visavis_app", "app")))
                .hasStackTraceContaining("permission denied");
        assertThat(tables()).doesNotContain("appointment");
    }

    @Test
    void anInstanceThatMigratesNothingNeedsNoOwner() {
        var instance = new ApplicationContextRunner().withUserConfiguration(MigrationConfiguration.class);

        instance.withPropertyValues("spring.flyway.enabled=false")
                .run(context -> assertThat(context).hasNotFailed());
        instance.run(context -> assertThat(context).hasFailed());
    }

    private static void migrate() {
        VisavisApplication.main(words("visavis_owner", "owner"));
    }

    private static String[] words(String role, String password, String... more) {
        return Stream.concat(
                        Stream.of(
                                Migration.WORD,
                                "--spring.datasource.url=" + URL,
                                "--spring.datasource.username=" + role,
                                "--spring.datasource.password=" + TestSecrets.inFile(password),
                                "--spring.flyway.url=${spring.datasource.url}",
                                "--spring.flyway.user=${spring.datasource.username}",
                                "--spring.flyway.password=${spring.datasource.password}"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private List<String> tables() {
        return unprepared.queryForList(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename", String.class);
    }

    private List<String> histories() {
        return tables().stream()
                .filter(table -> table.startsWith("flyway_schema_history"))
                .map(table -> table + unprepared.queryForList("SELECT installed_on FROM " + table, String.class))
                .toList();
    }
}
