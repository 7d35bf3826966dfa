package health.visavis.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/// A clinic of which everything is kept that an installation could let run out: two logs, the requests as a proxy would
/// write them down, counters, temporary files, the database and its files. The demo's patient is a [Canary] in it.
final class CanaryClinic implements AutoCloseable {

    private static final String IN_THE_CAGE = "nothing but a sign that this place is looked at";

    private final Path folder;
    private final int metrics;
    private final Clinic clinic;
    private final ClinicDatabase database;

    private CanaryClinic(Path folder, int metrics, Clinic clinic) {
        this.folder = folder;
        this.metrics = metrics;
        this.clinic = clinic;
        this.database = ClinicDatabase.of(clinic.folders(), clinic.secret("visavis_superuser.password"));
    }

    static CanaryClinic with(Canary canary) {
        try {
            var folder = Files.createTempDirectory("visavis-canary");
            var people = Files.createDirectory(folder.resolve("people"));
            Files.writeString(people.resolve("patient.json"), canary.bundle());
            var temporary = Files.createDirectory(folder.resolve("temporary"));
            Files.writeString(temporary.resolve("cage.txt"), IN_THE_CAGE);
            var metrics = Instance.freePort();
            var clinic = Clinic.openAt(
                    folder,
                    "canary-instance",
                    people,
                    "java.io.tmpdir=" + temporary,
                    "logging.file.name=" + folder.resolve("structured.json"),
                    "logging.structured.format.file=ecs",
                    // More talkative than a clinic, so that there is more to search.
                    "logging.level.root=INFO",
                    "server.tomcat.accesslog.enabled=true",
                    "server.tomcat.accesslog.pattern=combined",
                    "server.tomcat.accesslog.buffered=false",
                    "server.tomcat.accesslog.directory=" + folder.resolve("requests"),
                    "visavis.calllist.every=10s",
                    "management.server.port=" + metrics,
                    "management.prometheus.metrics.export.enabled=true",
                    "management.endpoint.prometheus.access=read-only");
            var opened = new CanaryClinic(folder, metrics, clinic);
            opened.hasTakenThemIn();
            return opened;
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    Clinic clinic() {
        return clinic;
    }

    ClinicDatabase database() {
        return database;
    }

    /// What the clinic itself has written, as it is now.
    List<Sink> sinks() {
        database.does("CHECKPOINT");
        var data = clinic.folders().data();
        var cluster = data.resolve("postgres");
        var columns = database.columns();
        return List.of(
                Sink.of("log", "Visavis is open at", clinic.instance().printed()),
                new Sink("structured log", "\"ecs\"", List.of(Sink.Piece.of("all", folder.resolve("structured.json")))),
                Sink.of("metrics", "http_server_requests_seconds", counters()),
                Sink.ofFiles("requests", "GET /record HTTP", folder.resolve("requests")),
                Sink.ofFiles("temporary files", IN_THE_CAGE, folder.resolve("temporary")),
                Sink.of("announcements", "live", database.announced()),
                new Sink("letters", "Your appointment is confirmed", letters(columns)),
                new Sink("database", "Ortega", tables(columns)),
                Sink.ofFiles("database's files", "Ortega", cluster),
                Sink.ofFiles("data folder", "database system is ready", data)
                        .without(cluster.getFileName())
                        .without(Path.of("call-list")),
                Sink.ofFiles(
                        "keys",
                        clinic.secret("accounts.password"),
                        clinic.folders().keys()),
                Sink.ofFiles("call list", "Sealed call list", data.resolve("call-list")),
                Sink.ofFiles("witness", "visavis-audit", clinic.folders().witness()));
    }

    @Override
    public void close() {
        database.close();
        clinic.close();
    }

    private void hasTakenThemIn() {
        Awaitility.await("the import of the canary")
                .atMost(Duration.ofMinutes(2))
                .until(() -> database.asks("SELECT state FROM import_run").contains("FINISHED"));
    }

    /// The table that stands for the mail server of this edition.
    private static List<Sink.Piece> letters(List<Sink.Piece> columns) {
        return columns.stream()
                .filter(CanaryClinic::isMailbox)
                .map(Sink.Piece::unfolded)
                .toList();
    }

    private static List<Sink.Piece> tables(List<Sink.Piece> columns) {
        var tables = new ArrayList<>(columns);
        tables.removeIf(CanaryClinic::isMailbox);
        return tables;
    }

    private static boolean isMailbox(Sink.Piece column) {
        return column.name().startsWith("local_mailbox.");
    }

    private String counters() {
        var address = URI.create("http://127.0.0.1:" + metrics + "/actuator/prometheus");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
