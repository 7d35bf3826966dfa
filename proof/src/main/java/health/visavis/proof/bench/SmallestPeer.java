package health.visavis.proof.bench;

import health.visavis.proof.running.Running;
import health.visavis.proof.running.Workplace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The smallest Spring Boot application with the same database, built, laid out, rehearsed and started in the
/// way of Visavis.
final class SmallestPeer {

    private static final Path SOURCES = Path.of("proof", "peers", "smallest");

    private final Path folder = Workplace.emptyFolder("smallest-peer");
    private final Path cache = folder.resolve("smallest.aot");

    static SmallestPeer build() throws IOException, InterruptedException {
        run(Workplace.maven(), "-q", "-B", "-f", SOURCES.resolve("pom.xml").toString(), "package");
        var peer = new SmallestPeer();
        run(
                Workplace.java(),
                "-Djarmode=tools",
                "-jar",
                peer.jarIn(SOURCES.resolve("target")).toString(),
                "extract",
                "--destination",
                peer.folder.resolve("app").toString());
        peer.start("-XX:AOTCacheOutput=" + peer.cache).close();
        return peer;
    }

    Running start() {
        return start("-XX:AOTCache=" + cache);
    }

    private Running start(String cacheOption) {
        int port = Workplace.freePort();
        var command = new ArrayList<>(List.of(Workplace.java(), cacheOption));
        command.addAll(Workplace.demoJvm());
        command.addAll(List.of(
                "-jar",
                jarIn(folder.resolve("app")).toString(),
                folder.resolve("data").toString(),
                Integer.toString(port)));
        return Running.start(command, URI.create("http://localhost:" + port + "/"), folder.resolve("peer.log"));
    }

    private Path jarIn(Path directory) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No jar in " + directory));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("The peer could not be built: " + String.join(" ", command));
        }
    }
}
