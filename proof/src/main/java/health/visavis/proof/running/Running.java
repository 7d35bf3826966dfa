package health.visavis.proof.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server that was started here, and how long it took until it served its first page.
public final class Running implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final Process process;
    private final Path log;
    private final URI address;
    private final Duration untilFirstPage;

    private Running(Process process, Path log, URI address, Duration untilFirstPage) {
        this.process = process;
        this.log = log;
        this.address = address;
        this.untilFirstPage = untilFirstPage;
    }

    /// Starts the command and asks for the page until it comes, redirects followed.
    public static Running start(List<String> command, URI firstPage, Path log) {
        long began = System.nanoTime();
        Process process;
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        await(process, firstPage, log);
        return new Running(process, log, firstPage.resolve("/"), Duration.ofNanos(System.nanoTime() - began));
    }

    /// Waits for another page of the same process, such as those of the sign-in.
    Running alsoServing(URI page) {
        await(process, page, log);
        return this;
    }

    private static void await(Process process, URI page, Path log) {
        long began = System.nanoTime();
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .connectTimeout(Duration.ofSeconds(1))
                .build()) {
            while (!answers(client, page)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("It ended before its first page; see " + log);
                }
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    process.destroyForcibly();
                    throw new IllegalStateException("No page within " + PATIENCE.toSeconds() + " s; see " + log);
                }
                process.waitFor(5, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    public URI address() {
        return URI.create(address.toString().replaceAll("/$", ""));
    }

    public Duration untilFirstPage() {
        return untilFirstPage;
    }

    public long processId() {
        return process.pid();
    }

    public Path log() {
        return log;
    }

    /// `kill -9`: no chance to say good-bye.
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /// As Ctrl-C does it.
    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static boolean answers(HttpClient client, URI page) throws InterruptedException {
        try {
            return client.send(
                                    HttpRequest.newBuilder(page)
                                            .header("Accept", "text/html")
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
