package health.visavis.local.demo;

import health.visavis.local.CannotStart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// The simulator of Azure Communication Services as a process of its own, since its libraries are no part of the
/// product. It ends when this process does: its standard input is ours to close.
final class SimulatedVendor implements AutoCloseable {

    private static final long ENDS_WITHIN_SECONDS = 10;

    private final Process process;
    private final Map<String, String> said;

    private SimulatedVendor(Process process, Map<String, String> said) {
        this.process = process;
        this.said = said;
    }

    /// @param news where the application takes in what the vendor tells
    static SimulatedVendor start(Path program, Path folder, URI news) {
        if (!Files.isRegularFile(program)) {
            throw new CannotStart("The simulator's program is not there: " + program + ".");
        }
        try {
            Files.createDirectories(folder);
            var process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx256m",
                            "-jar",
                            program.toString(),
                            folder.toString(),
                            news.toString()))
                    .redirectError(folder.resolve("simulator.log").toFile())
                    .start();
            return new SimulatedVendor(process, listened(process));
        } catch (IOException e) {
            throw new CannotStart("The simulator could not be started: " + e.getMessage(), e);
        }
    }

    String said(String name) {
        return Objects.requireNonNull(said.get(name), name);
    }

    X509Certificate certificate() {
        try (var file = Files.newInputStream(Path.of(said("certificate")))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        } catch (IOException | CertificateException e) {
            throw new CannotStart("The simulator's certificate cannot be read.", e);
        }
    }

    @Override
    public void close() throws Exception {
        process.getOutputStream().close();
        if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static Map<String, String> listened(Process process) throws IOException {
        var said = new HashMap<String, String>();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); !"ready".equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IOException("it ended before it was ready; its log is beside the demo's data");
            }
            var equals = line.indexOf('=');
            if (equals > 0) {
                said.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return said;
    }
}
