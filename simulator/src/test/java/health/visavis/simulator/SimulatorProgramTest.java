package health.visavis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorProgramTest {

    @Test
    void itSaysWhereItIsAndEndsWithWhoeverStartedIt(@TempDir Path folder) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatorProgram.class.getName(),
                        folder.toString())
                .redirectError(folder.resolve("errors.log").toFile())
                .start();
        try {
            var said = said(process);

            assertThat(said)
                    .containsOnlyKeys(
                            "endpoint",
                            "second-endpoint",
                            "authority",
                            "tenant",
                            "client",
                            "assertion",
                            "certificate",
                            "queue",
                            "news-issuer",
                            "news-keys",
                            "news-audience",
                            "call-issuer",
                            "call-keys",
                            "call-audience",
                            "control",
                            "second-control");
            assertThat(Path.of(said.get("certificate"))).content().startsWith("-----BEGIN CERTIFICATE-----");
            assertThat(state(said.get("control"))).isEqualTo(200);
            assertThat(state(said.get("second-control"))).isEqualTo(200);

            process.getOutputStream().close();

            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Map<String, String> said(Process process) throws Exception {
        var said = new HashMap<String, String>();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null && !line.equals("ready"); line = lines.readLine()) {
            said.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return said;
    }

    private static int state(String control) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(control + "/state"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
