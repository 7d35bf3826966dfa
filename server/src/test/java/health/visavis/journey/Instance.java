package health.visavis.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/// One process of the application. What it prints goes to a file beside the test reports.
final class Instance implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(150);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Process process;
    private final URI address;
    private final Path log;
    private final Path classes;

    private Instance(Process process, URI address, Path log, Path classes) {
        this.process = process;
        this.address = address;
        this.log = log;
        this.classes = classes;
    }

    static Instance start(String name, List<String> settings, String... arguments) {
        var port = freePort();
        var log = Traces.of(name + ".log");
        var classes = log.resolveSibling(name + ".classes");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx768m",
                "-Xlog:class+load:file=" + classes + "::filecount=0",
                "--enable-native-access=ALL-UNNAMED"));
        settings.forEach(setting -> command.add("-D" + setting));
        command.addAll(List.of("-cp", applicationClassPath(), "health.visavis.VisavisApplication"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--port", Integer.toString(port)));
        try {
            Files.createDirectories(log.getParent());
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Instance(process, URI.create("http://localhost:" + port), log, classes).whenReady();
        } catch (IOException cannotStart) {
            throw new IllegalStateException("The application's process could not be started", cannotStart);
        }
    }

    URI address() {
        return address;
    }

    long processId() {
        return process.pid();
    }

    String printed() {
        return read(log);
    }

    /// Which of these classes the process has loaded so far.
    Set<String> loaded(Set<String> classNames) {
        var loaded = read(classes).lines().map(Instance::className).collect(Collectors.toSet());
        loaded.retainAll(classNames);
        return loaded;
    }

    /// As a person does it with Ctrl-C.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException("No free port", none);
        }
    }

    private Instance whenReady() {
        Awaitility.await("the first page of " + address)
                .atMost(START)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("The application ended before it was ready:\n" + lastLines());
                    }
                    return answers() && printed().contains("Visavis is open at");
                });
        return this;
    }

    private boolean answers() throws InterruptedException {
        try {
            return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                            .statusCode()
                    < 500;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// From `[1.234s][info][class,load] name source: …`.
    private static String className(String line) {
        var words = line.substring(line.lastIndexOf("] ") + 2).split(" ", 2);
        return words[0];
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String lastLines() {
        var lines = printed().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    /// What production has: the tests' own classes and fixtures would be found by component scanning.
    private static String applicationClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("-tests.jar"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }
}
