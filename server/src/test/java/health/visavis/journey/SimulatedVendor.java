package health.visavis.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The simulator of Azure Communication Services as a process of its own: its libraries are on no class path of ours.
final class SimulatedVendor implements AutoCloseable {

    static final String ENGINE = "acs";

    private static final Path BUILT = Path.of("..", "simulator", "target").toAbsolutePath();
    private static final String TRUST_PASSWORD = "trusts-the-simulator";

    private final Process process;
    private final Map<String, String> said;
    private final Path trust;

    private SimulatedVendor(Process process, Map<String, String> said, Path trust) {
        this.process = process;
        this.said = said;
        this.trust = trust;
    }

    static SimulatedVendor open() {
        try {
            var folder = Files.createTempDirectory("visavis-vendor");
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx256m",
                            "-cp",
                            BUILT.resolve("classes")
                                    + java.io.File.pathSeparator
                                    + Files.readString(BUILT.resolve("simulator.class-path")),
                            "health.visavis.simulator.SimulatorProgram",
                            folder.toString())
                    .redirectError(folder.resolve("simulator.log").toFile())
                    .start();
            var said = listened(process);
            return new SimulatedVendor(
                    process, said, trust(Path.of(said.get("certificate")), folder.resolve("trust.p12")));
        } catch (IOException | GeneralSecurityException cannotStart) {
            throw new IllegalStateException("The simulator could not be started", cannotStart);
        }
    }

    /// What an instance is told so that it holds its visits there.
    List<String> settings() {
        return List.of(
                "visavis.visit.engines=" + ENGINE + ",direct,audio,telephone",
                "visavis.azure.acs.endpoint=" + said.get("endpoint"),
                "visavis.azure.entra.authority=" + said.get("authority"),
                "visavis.azure.entra.tenant=" + said.get("tenant"),
                "visavis.azure.entra.client=" + said.get("client"),
                "visavis.azure.entra.token-file=" + said.get("assertion"),
                "javax.net.ssl.trustStore=" + trust,
                "javax.net.ssl.trustStoreType=PKCS12",
                "javax.net.ssl.trustStorePassword=" + TRUST_PASSWORD);
    }

    /// From now on every request of this kind is answered with this status.
    void fails(String requests, int status) {
        ask("POST", "/faults", """
                {"requests": "%s", "fault": "failed", "status": %d}""".formatted(requests, status));
    }

    /// Requests in which the definitions found something wrong.
    String askedWrongly() {
        return ask("GET", "/exchanges", "")
                .lines()
                .filter(line -> line.matches(".*\"askedWrongly\":\\[\"[^]].*"))
                .reduce("", String::concat);
    }

    String state() {
        return ask("GET", "/state", "");
    }

    /// `kill -9`.
    void dies() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.destroy();
    }

    private String ask(String method, String path, String body) {
        try {
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(said.get("control") + path))
                                    .method(method, BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("The simulator's switch answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Path trust(Path certificate, Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var pem = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "simulator", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        try (var out = Files.newOutputStream(file)) {
            store.store(out, TRUST_PASSWORD.toCharArray());
        }
        return file;
    }

    private static Map<String, String> listened(Process process) throws IOException {
        var said = new HashMap<String, String>();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); !"ready".equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IOException("it ended before it was ready");
            }
            var equals = line.indexOf('=');
            said.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return said;
    }
}
