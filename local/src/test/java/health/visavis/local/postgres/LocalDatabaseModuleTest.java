package health.visavis.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.local.CannotStart;
import health.visavis.local.LocalFolders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseModuleTest {

    @TempDir
    private Path temporary;

    private LocalFolders folders;

    @BeforeEach
    void setUp() {
        folders = LocalFolders.besides(temporary.resolve("data"));
    }

    @Test
    void whatTheOwnerWritesIsThereAfterARestartAndEverySettingIsDurable() throws SQLException {
        try (var database = LocalDatabase.start(folders, 0);
                var owner = connect(database, database.owner())) {
            execute(owner, "CREATE TABLE kept (answer int)");
            execute(owner, "INSERT INTO kept VALUES (42)");
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(text(owner, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(text(owner, "SHOW data_checksums")).isEqualTo("on");
        }
        assertThat(PostmasterFile.of(folders.data().resolve("postgres")))
                .as("stopped")
                .isEmpty();

        try (var database = LocalDatabase.start(folders, 0);
                var owner = connect(database, database.owner())) {
            assertThat(text(owner, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void noRoleOfOursIsASuperuserAndTheAppSeesOnlyWhatItIsGranted() throws SQLException {
        try (var database = LocalDatabase.start(folders, 0);
                var owner = connect(database, database.owner());
                var app = connect(database, database.app());
                var signIn = connect(database, database.signIn());
                var turn = connect(database, database.turn())) {
            assertThat(text(
                            owner,
                            "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'visavis_%' AND rolname <> 'visavis_superuser'"
                                    + " AND NOT rolsuper AND NOT rolcreatedb AND NOT rolcreaterole"))
                    .isEqualTo("4");
            execute(owner, "CREATE TABLE secret (answer int)");
            assertThatThrownBy(() -> text(app, "SELECT answer FROM secret")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> text(signIn, "SELECT answer FROM secret"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> text(turn, "SELECT answer FROM secret")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(turn, "CREATE TABLE mine (answer int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(app, "CREATE TABLE mine (answer int)"))
                    .hasMessageContaining("permission denied");
            execute(signIn, "CREATE TABLE signin.account (id int)");
            assertThatThrownBy(() -> text(app, "SELECT id FROM signin.account"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aServerLeftByACrashIsTakenOver() throws Exception {
        var crashing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingVisavis.class.getName(),
                        folders.data().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(crashing.inputReader().readLine()).isEqualTo("started");
        var left = PostmasterFile.of(folders.data().resolve("postgres")).orElseThrow();
        crashing.destroyForcibly().waitFor();

        try (var database = LocalDatabase.start(folders, 0);
                var owner = connect(database, database.owner())) {
            var found = PostmasterFile.of(folders.data().resolve("postgres")).orElseThrow();
            assertThat(found.process()).isEqualTo(left.process());
            assertThat(database.port()).isEqualTo(left.port());
            assertThat(text(owner, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void aPidFileThatNamesAnotherProgramIsNoObstacle() throws IOException {
        LocalDatabase.start(folders, 0).close();
        var stale = "%d%n%s%n0%n5432%n%n127.0.0.1%n%nready%n"
                .formatted(ProcessHandle.current().pid(), folders.data().resolve("postgres"));
        Files.writeString(folders.data().resolve("postgres/postmaster.pid"), stale);

        LocalDatabase.start(folders, 0).close();
    }

    @Test
    void aSecondVisavisIsToldThatTheFolderIsInUseAndCanJoinInstead() throws SQLException {
        assertThatThrownBy(() -> LocalDatabase.join(folders))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("No Visavis is running");
        try (var database = LocalDatabase.start(folders, 0)) {
            assertThatThrownBy(() -> LocalDatabase.start(folders, 0))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use by another Visavis");
            var joined = LocalDatabase.join(folders);
            joined.close();
            try (var app = connect(database, joined.app())) {
                assertThat(text(app, "SELECT current_user")).isEqualTo("visavis_app");
            }
        }
    }

    @Test
    void dataOfANewerVersionIsRefusedAndLeftAsItWas() throws IOException {
        LocalDatabase.start(folders, 0).close();
        var stamp = folders.data().resolve("visavis-data.properties");
        Files.writeString(stamp, "visavis=99.1.0\npostgresql=18.6.0\n");
        var before = content(folders.data());

        assertThatThrownBy(() -> LocalDatabase.start(folders, 0))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("last used by Visavis 99.1.0")
                .hasMessageContaining("Nothing was changed");
        assertThat(content(folders.data())).isEqualTo(before);
    }

    @Test
    void dataOfANewerPostgresqlIsRefusedAndLeftAsItWas() throws IOException {
        LocalDatabase.start(folders, 0).close();
        Files.writeString(folders.data().resolve("postgres/PG_VERSION"), "19\n");
        var before = content(folders.data());

        assertThatThrownBy(() -> LocalDatabase.start(folders, 0))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("belongs to PostgreSQL 19");
        assertThat(content(folders.data())).isEqualTo(before);
    }

    @Test
    void aFolderOfSomebodyElseIsNeitherUsedNorDeleted() throws IOException {
        Files.createDirectories(folders.data());
        var thesis = Files.writeString(folders.data().resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> LocalDatabase.start(folders, 0))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("was not made by Visavis");
        assertThatThrownBy(() -> DataFolder.delete(folders.data()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("was not made by Visavis");
        assertThat(thesis).hasContent("years of work");
    }

    @Test
    void ourOwnFolderCanBeDeletedAndBegunAnew() throws SQLException {
        try (var database = LocalDatabase.start(folders, 0);
                var owner = connect(database, database.owner())) {
            execute(owner, "CREATE TABLE kept (answer int)");
            assertThatThrownBy(() -> DataFolder.delete(folders.data())).hasMessageContaining("in use");
        }
        DataFolder.delete(folders.data());
        assertThat(folders.data()).doesNotExist();

        try (var database = LocalDatabase.start(folders, 0);
                var owner = connect(database, database.owner())) {
            assertThat(text(owner, "SELECT count(*) FROM pg_tables WHERE tablename = 'kept'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> LocalDatabase.start(folders, taken.getLocalPort()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("--database-port");
        }
    }

    @Test
    void keysDoNotLieInTheDataFolder() {
        var data = temporary.resolve("data");
        assertThatThrownBy(() -> new LocalFolders(data, data.resolve("keys"))).isInstanceOf(CannotStart.class);
    }

    /// Starts the database, says so, and waits to be killed.
    static final class CrashingVisavis {

        private CrashingVisavis() {}

        static void main(String[] arguments) throws Exception {
            var database = LocalDatabase.start(LocalFolders.besides(Path.of(arguments[0])), 0);
            try (var owner = connect(database, database.owner())) {
                execute(owner, "CREATE TABLE kept (answer int)");
                execute(owner, "INSERT INTO kept VALUES (42)");
            }
            IO.println("started");
            Thread.currentThread().join();
        }
    }

    private static Connection connect(LocalDatabase database, Credentials credentials) throws SQLException {
        return DriverManager.getConnection(database.url(), credentials.role(), credentials.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Map<String, Long> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            Path::toString,
                            file -> file.toFile().lastModified() + file.toFile().length()));
        }
    }
}
