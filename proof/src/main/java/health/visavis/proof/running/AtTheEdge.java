package health.visavis.proof.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// `./visavis demo --edge` with a clinic of its own: two instances behind the twin of the edge.
public final class AtTheEdge implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Process process;
    private final Path folder;
    private final int port;
    private final HttpClient client;
    private @Nullable Process again;

    private AtTheEdge(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
        await("the keys", () -> Files.exists(keys().resolve("edge-authority.pem")));
        this.client = client(keys().resolve("edge-authority.pem"));
        await(
                "two instances",
                () -> Files.exists(instances()) && answers(port("first-port")) && answers(port("second-port")));
        await("the edge", () -> answers(port));
    }

    public static AtTheEdge start(String name) {
        var folder = Workplace.emptyFolder(name);
        int port = Workplace.freePort();
        try {
            var process = new ProcessBuilder(
                            "./visavis",
                            "demo",
                            "--edge",
                            "--empty",
                            "--data",
                            folder.resolve("data").toString(),
                            "--keys",
                            folder.resolve("keys").toString(),
                            "--port",
                            Integer.toString(port),
                            "--signin-port",
                            Integer.toString(Workplace.freePort()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("visavis.log").toFile())
                    .start();
            return new AtTheEdge(process, folder, port);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    public URI address() {
        return URI.create("https://127.0.0.1:" + port);
    }

    public HttpClient client() {
        return client;
    }

    public Database database() {
        return new Database(folder.resolve("data"), keys());
    }

    /// `kill -9` of the instance that joined the other.
    public void killSecond() {
        if (again == null) {
            ProcessHandle.of(number("second")).ifPresent(ProcessHandle::destroyForcibly);
        } else {
            again.destroyForcibly();
        }
    }

    /// At the port that the edge knows it by; until it is well again.
    public void startSecondAgain() {
        var command = new ArrayList<>(List.of(Workplace.java()));
        command.addAll(Workplace.demoJvm());
        command.addAll(List.of(
                "-jar",
                Workplace.built().resolve("visavis.jar").toString(),
                "demo",
                "--join",
                "--data",
                folder.resolve("data").toString(),
                "--keys",
                keys().toString(),
                "--port",
                Integer.toString(port("second-port"))));
        try {
            again = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("visavis-again.log").toFile())
                    .start();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        await("the instance that was started again", () -> answers(port("second-port")));
    }

    @Override
    public void close() {
        if (again != null) {
            end(again);
        }
        end(process);
    }

    private static void end(Process process) {
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

    private Path keys() {
        return folder.resolve("keys");
    }

    private Path instances() {
        return folder.resolve("data-edge/instances");
    }

    private int port(String name) {
        return (int) number(name);
    }

    private long number(String name) {
        var said = new Properties();
        try (var reader = Files.newBufferedReader(instances())) {
            said.load(reader);
            return Long.parseLong(Objects.requireNonNull(said.getProperty(name)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean answers(int at) {
        try {
            var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + at + "/readyz"))
                    .timeout(Duration.ofSeconds(5));
            return client.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    private void await(String what, BooleanSupplier isThere) {
        long began = System.nanoTime();
        while (!isThere.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                close();
                throw new IllegalStateException("No sign of " + what + "; see " + folder.resolve("visavis.log"));
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException interrupted) {
                close();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", interrupted);
            }
        }
    }

    /// Believes the clinic's own authority alone.
    public static HttpClient client(Path authority) {
        try (var pem = Files.newInputStream(authority)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return HttpClient.newBuilder()
                    .sslContext(context)
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("The authority at " + authority + " can not be used", unusable);
        }
    }
}
