package health.visavis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// On the database as the application has just migrated it; what a test changes there is rolled back.
@PlatformTest
class DueMigrationsModuleTest {

    private Connection connection;
    private int asked;

    @BeforeEach
    void inATransaction() throws SQLException {
        connection = DriverManager.getConnection(TestDatabase.url(), "visavis_owner", "owner");
        connection.setAutoCommit(false);
    }

    @AfterEach
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void whatWasJustMigratedLeavesNothingToAskTheModules() {
        migrate("classpath:db/migration");

        assertThat(asked).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE flyway_schema_history_people SET checksum = checksum + 1 WHERE script LIKE 'V001%'",
                "DELETE FROM flyway_schema_history_scheduling WHERE script LIKE 'V002%'",
                "UPDATE flyway_schema_history_audit SET success = false",
                "INSERT INTO flyway_schema_history_keys SELECT 99, '099', 'of a newer version', 'SQL',"
                        + " 'V099__of_a_newer_version.sql', 7, 'x', now(), 1, true",
                "UPDATE flyway_schema_history SET type = 'DELETE'",
                "DROP TABLE flyway_schema_history_live",
                "ALTER TABLE flyway_schema_history_visit RENAME TO something_else"
            })
    void anythingElseIsFlywaysToJudge(String change) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(change);
        }

        migrate("classpath:db/migration");

        assertThat(asked).isOne();
    }

    @Test
    void migrationsThatLieElsewhereAreFlywaysToFind() {
        migrate("classpath:db/elsewhere");

        assertThat(asked).isOne();
    }

    private void migrate(String location) {
        var flyway = Flyway.configure()
                .dataSource(new SingleConnectionDataSource(connection, true))
                .locations(location)
                .load();
        new DueMigrations(_ -> asked++, new PathMatchingResourcePatternResolver()).migrate(flyway);
    }
}
