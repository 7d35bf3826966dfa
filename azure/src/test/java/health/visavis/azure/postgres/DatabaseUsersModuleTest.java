package health.visavis.azure.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.zaxxer.hikari.HikariDataSource;
import health.visavis.MutableClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import reactor.core.publisher.Mono;

/// A server as Azure hands it over: an administrator who is no superuser, a database that belongs to administrators,
/// and a function that makes users of Entra's identities, here ours.
@TestMethodOrder(OrderAnnotation.class)
class DatabaseUsersModuleTest {

    private static final String ADMINISTRATOR = "id-visavis-test-eus2-migration";
    private static final String SECOND = "id-visavis-test-cus-migration";
    private static final List<String> APPLICATIONS =
            List.of("id-visavis-test-cus-application", "id-visavis-test-eus2-application");

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
        superuser("CREATE ROLE azure_pg_admin NOLOGIN CREATEROLE CREATEDB");
        superuser("CREATE ROLE \"" + ADMINISTRATOR
                + "\" LOGIN CREATEROLE CREATEDB IN ROLE azure_pg_admin PASSWORD 'token'");
        superuser("CREATE DATABASE visavis OWNER azure_pg_admin");
        superuser("""
                CREATE FUNCTION pgaadauth_create_principal(role_name text, is_admin boolean, is_mfa boolean)
                RETURNS text LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN
                  EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', role_name, 'token');
                  RETURN 'Created role for ' || role_name;
                END $$""");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    @Order(1)
    void whereNobodyIsNamedNothingIsAsked() {
        customize(new PostgresSettings(List.of(), List.of()), "jdbc:postgresql://nowhere.invalid/visavis");

        assertThat(roles()).doesNotContain("visavis_owner");
    }

    @Test
    @Order(2)
    void theFirstMigrationMakesWhoeverSignsIn() {
        customize(both(), url());

        assertThat(members("visavis_app")).isEqualTo(APPLICATIONS);
        assertThat(members("visavis_owner")).containsExactly(SECOND, ADMINISTRATOR);
        assertThat(server().sql("SELECT bool_or(rolcanlogin OR rolsuper) FROM pg_roles WHERE rolname LIKE 'visavis%'")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(server().sql("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'visavis'")
                        .query(String.class)
                        .single())
                .isEqualTo("visavis_owner");
    }

    @Test
    @Order(3)
    void whoMigratesMakesTablesAndTheApplicationDoesNot() {
        asUser(SECOND)
                .sql("SET ROLE visavis_owner; CREATE TABLE thing (id int)")
                .update();

        assertThatThrownBy(() -> asUser(APPLICATIONS.getFirst())
                        .sql("CREATE TABLE other (id int)")
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    @Order(4)
    void aSecondTimeChangesNothing() {
        var before = roles();

        customize(both(), url());

        assertThat(roles()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void anAddressWithoutADatabaseIsRefused() {
        assertThatThrownBy(() -> customize(both(), "jdbc:postgresql:visavis"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The address of the database names none");
    }

    private static PostgresSettings both() {
        return new PostgresSettings(APPLICATIONS, List.of(ADMINISTRATOR, SECOND));
    }

    private static void customize(PostgresSettings settings, String url) {
        var clock = new MutableClock();
        var token = new DatabaseToken(
                wanted -> Mono.just(new AccessToken(
                        "token", clock.instant().plusSeconds(3600).atOffset(ZoneOffset.UTC))),
                clock);
        try (var migrations = new HikariDataSource()) {
            migrations.setJdbcUrl(url);
            migrations.setUsername(ADMINISTRATOR);
            migrations.addDataSourceProperty("logServerErrorDetail", "false");
            new DatabaseUsers(settings, token).customize(new FluentConfiguration().dataSource(migrations));
        }
    }

    private static String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/visavis?sslmode=prefer";
    }

    private static JdbcClient asUser(String user) {
        return JdbcClient.create(new DriverManagerDataSource(url(), user, "token"));
    }

    private static JdbcClient server() {
        return JdbcClient.create(server.getPostgresDatabase());
    }

    private static List<String> roles() {
        return server().sql("SELECT rolname FROM pg_roles ORDER BY oid")
                .query(String.class)
                .list();
    }

    private static List<String> members(String role) {
        return server().sql("""
                        SELECT rolname FROM pg_roles
                        WHERE rolcanlogin AND NOT rolsuper AND pg_has_role(rolname, :role, 'SET')
                        ORDER BY rolname""").param("role", role).query(String.class).list();
    }

    private static void superuser(String statement) {
        server().sql(statement).update();
    }
}
