package health.visavis.local.postgres;

import health.visavis.local.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// One server process on one cluster folder: made, found again, started, stopped.
final class PostgresServer {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /// Durable, on loopback only, and silent about rows: neither a statement nor the detail of a failure
    /// reaches the log.
    private static final List<String> SETTINGS = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=200",
            "shared_buffers=192MB",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_statement=none",
            "log_min_error_statement=panic",
            "log_parameter_max_length_on_error=0",
            "log_error_verbosity=terse",
            "jit=off");

    private final PostgresProgram program;
    private final Path cluster;
    private final Credentials superuser;

    PostgresServer(PostgresProgram program, Path cluster, Credentials superuser) {
        this.program = program;
        this.cluster = cluster;
        this.superuser = superuser;
    }

    static void stopLeftover(Path cluster) {
        if (PostmasterFile.of(cluster).filter(PostmasterFile::isAlive).isPresent()) {
            stop(PostgresProgram.unpacked(), cluster);
        }
    }

    /// Returns the port of the server, which may be one that a crash left behind.
    int start(int wanted) {
        if (Files.notExists(cluster.resolve("PG_VERSION"))) {
            create();
        }
        return takeOver(wanted).orElseGet(() -> launch(wanted));
    }

    void stop() {
        stop(program, cluster);
    }

    private void create() {
        try {
            var password = Files.createTempFile("visavis", ".txt");
            try {
                Files.writeString(password, superuser.password());
                var answer = program.run(
                        "initdb",
                        List.of(
                                "--pgdata=" + cluster,
                                "--username=" + superuser.role(),
                                "--pwfile=" + password,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--locale=C"));
                if (answer.failed()) {
                    throw new CannotStart("PostgreSQL could not prepare " + cluster + ": " + answer.text());
                }
            } finally {
                Files.deleteIfExists(password);
            }
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL could not prepare " + cluster + ": " + e.getMessage(), e);
        }
    }

    private Optional<Integer> takeOver(int wanted) {
        var found = PostmasterFile.of(cluster);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var left = found.get();
        if (!left.isAlive()) {
            // PostgreSQL itself would refuse when the pid now belongs to any other program of this user.
            delete(cluster.resolve("postmaster.pid"));
            return Optional.empty();
        }
        if ((wanted == 0 || wanted == left.port()) && answers(left.port())) {
            return Optional.of(left.port());
        }
        stop();
        return Optional.empty();
    }

    private int launch(int wanted) {
        var port = wanted == 0 ? freePort() : wanted;
        refuseTakenPort(port);
        var log = cluster.resolveSibling("postgres.log");
        var options = new StringBuilder("-p ").append(port);
        SETTINGS.forEach(setting -> options.append(" -c ").append(setting));
        var answer = program.run(
                "pg_ctl",
                List.of("start", "-W", "-D", cluster.toString(), "-l", log.toString(), "-o", options.toString()));
        if (answer.failed()) {
            throw new CannotStart("PostgreSQL did not start: " + answer.text());
        }
        awaitReady(log);
        return port;
    }

    private void awaitReady(Path log) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var appearsBy = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        var seen = false;
        while (System.nanoTime() < deadline) {
            var file = PostmasterFile.of(cluster);
            if (file.isPresent() && file.get().ready()) {
                return;
            }
            var gone = file.isEmpty() && (seen || System.nanoTime() > appearsBy);
            if (gone) {
                break;
            }
            seen = file.isPresent();
            pause();
        }
        throw new CannotStart("PostgreSQL did not start; it says why in " + log + ".");
    }

    private boolean answers(int port) {
        var properties = new Properties();
        properties.setProperty("user", superuser.role());
        properties.setProperty("password", superuser.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "5");
        try (var connection =
                        DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", properties);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW data_directory")) {
            return rows.next() && Path.of(rows.getString(1)).toRealPath().equals(cluster.toRealPath());
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    private static void stop(PostgresProgram program, Path cluster) {
        var answer = program.run("pg_ctl", List.of("stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "15"));
        if (answer.failed()
                && PostmasterFile.of(cluster).filter(PostmasterFile::isAlive).isPresent()) {
            // Commits are on disk already; the next start replays the log.
            program.run("pg_ctl", List.of("stop", "-D", cluster.toString(), "-m", "immediate", "-w", "-t", "15"));
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart("This machine has no free port for the database.", e);
        }
    }

    private static void refuseTakenPort(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        } catch (IOException e) {
            throw new CannotStart(
                    "Port " + port + ", wanted for the database, is taken by another program. Choose another with "
                            + "--database-port PORT.",
                    e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CannotStart(file + " can not be deleted: " + e.getMessage(), e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while PostgreSQL was starting.", e);
        }
    }
}
