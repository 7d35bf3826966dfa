package health.visavis;

import health.visavis.secrets.TestSecrets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

/// One PostgreSQL server per JVM, with the roles of `db/bootstrap/roles.sql`. The application context that
/// starts first migrates it.
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    public static String url() {
        return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/visavis?logServerErrorDetail=false";
    }

    /// As superuser: for what an attacker of the database, or its operator, could do.
    public static DataSource asSuperuser() {
        return asSuperuser("visavis");
    }

    /// As [#asSuperuser()], in another database of the same server.
    public static DataSource asSuperuser(String database) {
        return SERVER.getDatabase("postgres", database);
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setRegisterShutdownHook(false)
                    .start();
            var roles = new ClassPathResource("db/bootstrap/roles.sql").getContentAsString(StandardCharsets.UTF_8);
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(roles);
                statement.execute("ALTER ROLE visavis_owner PASSWORD 'owner'");
                statement.execute("ALTER ROLE visavis_app PASSWORD 'app'");
                statement.execute("ALTER ROLE visavis_turn PASSWORD 'turn'");
                statement.execute("CREATE DATABASE visavis OWNER visavis_owner");
            }
            SpringApplication.getShutdownHandlers().add(() -> stop(server));
            return server;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// After the application contexts: one that closes without its database waits half a minute for a connection.
    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test database",
                            Map.of(
                                    "spring.datasource.url", url(),
                                    "spring.datasource.username", "visavis_app",
                                    "spring.datasource.password", TestSecrets.inFile("app"),
                                    "spring.flyway.url", url(),
                                    "spring.flyway.user", "visavis_owner",
                                    "spring.flyway.password", TestSecrets.inFile("owner"))));
        }
    }
}
