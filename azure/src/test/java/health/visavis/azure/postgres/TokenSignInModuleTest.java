package health.visavis.azure.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import health.visavis.MutableClock;
import health.visavis.azure.entra.EntraIdentity;
import health.visavis.azure.entra.EntraSettings;
import health.visavis.azure.http.AzureHttp;
import health.visavis.kernel.Requirement;
import health.visavis.simulator.entra.FakeEntra;
import health.visavis.simulator.http.SelfMadeCertificate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ssl.LibPQFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A PostgreSQL that asks for a password over TLS and nothing else, as Azure's does. It has no Entra: whenever the
/// simulated one hands out a token, that becomes the role's password, and what was the password before lets nobody in.
class TokenSignInModuleTest {

    private static final String TENANT = "11111111-2222-3333-4444-555555555555";
    private static final String CLIENT = "66666666-7777-8888-9999-000000000000";
    private static final String ROLE = "id-visavis-test-eus2-application";
    private static final String MIGRATION = "id-visavis-test-eus2-migration";
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final SelfMadeCertificate CERTIFICATE = SelfMadeCertificate.make(Clock.systemUTC());

    @TempDir
    static Path folder;

    private static SSLContext trustBefore;
    private static EmbeddedPostgres server;
    private static FakeEntra entra;
    private static final List<String> TOKENS = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void start() throws IOException, SQLException, NoSuchAlgorithmException {
        var key = write("server.key", CERTIFICATE.keyPem());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        server = EmbeddedPostgres.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig(
                        "ssl_cert_file", write("server.pem", CERTIFICATE.pem()).toString())
                .setServerConfig("ssl_key_file", key.toString())
                .setServerConfig("hba_file", write("hba.conf", """
                                        host    all postgres all trust
                                        hostssl all all      all password
                                        """).toString())
                .start();
        superuser(new ClassPathResource("db/bootstrap/roles.sql").getContentAsString(StandardCharsets.UTF_8));
        superuser("GRANT CREATE ON SCHEMA public TO visavis_owner");
        superuser("CREATE ROLE \"" + ROLE + "\" LOGIN IN ROLE visavis_app");
        superuser("CREATE ROLE \"" + MIGRATION + "\" LOGIN IN ROLE visavis_owner");
        Files.writeString(folder.resolve("assertion.jwt"), "an-assertion-of-the-cluster");
        entra = FakeEntra.start(Clock.systemUTC(), 0, CERTIFICATE);
        entra.tell(token -> {
            TOKENS.add(token);
            password(ROLE, token);
            password(MIGRATION, token);
        });
        trustBefore = SSLContext.getDefault();
        SSLContext.setDefault(CERTIFICATE.forClients());
    }

    @AfterAll
    static void stop() throws IOException {
        SSLContext.setDefault(trustBefore);
        entra.close();
        server.close();
    }

    private final MutableClock clock = new MutableClock();

    @BeforeEach
    void begin() {
        TOKENS.clear();
    }

    @Test
    void aTokenForDatabasesIsThePassword() {
        try (var pool = pool(url())) {
            assertThat(JdbcClient.create(pool)
                            .sql("SELECT session_user FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl")
                            .query(String.class)
                            .single())
                    .isEqualTo(ROLE);
        }
        assertThat(TOKENS).hasSize(1);
        assertThat(entra.vouches(TOKENS.getFirst(), "https://ossrdbms-aad.database.windows.net"))
                .isTrue();
    }

    @Test
    void connectionsShareATokenThatIsGoodForLong() throws SQLException {
        try (var pool = pool(url())) {
            pool.getConnection().close();
            anotherConnection(pool);

            assertThat(TOKENS).hasSize(1);
        }
    }

    /// Tokens of Entra are good for an hour.
    @Test
    void aTokenThatIsAboutToEndIsRenewedForTheNextConnection() throws SQLException {
        try (var pool = pool(url())) {
            pool.getConnection().close();
            clock.advance(Duration.ofMinutes(56));
            anotherConnection(pool);
        }
        assertThat(TOKENS).hasSize(2).doesNotHaveDuplicates();
        assertThatThrownBy(() -> DriverManager.getConnection(
                        url() + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory", ROLE, TOKENS.getFirst()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void aConnectionThatStandsOutlivesItsToken() throws SQLException {
        try (var pool = pool(url());
                var connection = pool.getConnection()) {
            password(ROLE, "another");

            assertThat(connection.createStatement().execute("SELECT 1")).isTrue();
        }
    }

    @Test
    void aServerThatOthersVouchForIsToldNothing() {
        SSLContext.setDefault(SelfMadeCertificate.make(Clock.systemUTC()).forClients());
        try (var pool = pool(url())) {
            pool.setConnectionTimeout(1_000);
            assertThatThrownBy(pool::getConnection).hasStackTraceContaining("SSL error");
        } finally {
            SSLContext.setDefault(CERTIFICATE.forClients());
        }
    }

    @Test
    void whoKeepsAuthoritiesInAFileNamesTheOtherFactory() throws SQLException {
        try (var pool = pool(url() + "&sslrootcert=" + folder.resolve("server.pem") + "&sslfactory="
                + LibPQFactory.class.getName())) {
            assertThat(pool.getConnection().isValid(1)).isTrue();
        }
    }

    /// As the job of deploy/openshift: by an identity of its own, which belongs to the owner of the tables.
    @Test
    void migrationsSignInByTokenToo() throws ClassNotFoundException {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class))
                .withUserConfiguration(
                        PostgresConfiguration.class, Class.forName("health.visavis.MigrationConfiguration"))
                .withPropertyValues(
                        "visavis.azure.postgres.sign-in=entra",
                        "visavis.azure.entra.authority=" + entra.address(),
                        "visavis.azure.entra.tenant=" + TENANT,
                        "visavis.azure.entra.client=" + CLIENT,
                        "visavis.azure.entra.token-file=" + folder.resolve("assertion.jwt"),
                        "spring.datasource.url=" + url(),
                        "spring.datasource.username=" + ROLE,
                        "spring.flyway.url=" + url(),
                        "spring.flyway.user=" + MIGRATION,
                        "spring.flyway.init-sqls=SET ROLE visavis_owner",
                        "spring.flyway.locations=classpath:db/migration/keys")
                .run(started -> {
                    assertThat(started).hasNotFailed();
                    assertThat(JdbcClient.create(server.getPostgresDatabase())
                                    .sql("SELECT tableowner FROM pg_tables WHERE tablename = 'data_key'")
                                    .query(String.class)
                                    .single())
                            .isEqualTo("visavis_owner");
                    assertThat(JdbcClient.create(started.getBean("dataSource", DataSource.class))
                                    .sql("SELECT count(*) FROM data_key")
                                    .query(Integer.class)
                                    .single())
                            .isZero();
                });
        assertThat(TOKENS).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/visavis",
                "jdbc:postgresql://localhost/visavis?sslmode=require",
                "jdbc:postgresql://localhost/visavis?sslmode=verify-ca",
                "jdbc:postgresql://localhost/visavis?nosslmode=verify-full"
            })
    @Requirement("NET-06")
    void anAddressThatDoesNotSayWhoTheServerMustBeIsRefused(String url) {
        assertThatThrownBy(() -> pool(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sslmode=verify-full");
    }

    private HikariDataSource pool(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(ROLE);
        pool.setMaximumPoolSize(1);
        pool.setMinimumIdle(0);
        return (HikariDataSource) signIn().postProcessBeforeInitialization(pool, "dataSource");
    }

    private BeanPostProcessor signIn() {
        var identity = EntraIdentity.of(
                new EntraSettings(
                        entra.address(),
                        TENANT,
                        CLIENT,
                        folder.resolve("assertion.jwt").toString(),
                        EntraSettings.Managed.NONE),
                AzureHttp.client(WITHIN, WITHIN, CERTIFICATE.forClients()));
        return new TokenSignIn(() -> new DatabaseToken(identity, clock));
    }

    private static void anotherConnection(HikariDataSource pool) throws SQLException {
        pool.getHikariPoolMXBean().softEvictConnections();
        pool.getConnection().close();
    }

    private static String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?sslmode=verify-full";
    }

    private static void password(String role, String password) {
        superuser("ALTER ROLE \"" + role + "\" PASSWORD '" + password + "'");
    }

    private static void superuser(String statement) {
        JdbcClient.create(server.getPostgresDatabase()).sql(statement).update();
    }

    private static Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
