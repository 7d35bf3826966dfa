package health.visavis.proof.drill;

import health.visavis.proof.running.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.regex.Pattern;

/// The switches of the simulator of Azure Communication Services that a demo has started beside itself.
final class SimulatedVendor {

    private static final Pattern SWITCHES = Pattern.compile("switches at (\\S+)");

    private final HttpClient client;
    private final URI switches;

    private SimulatedVendor(HttpClient client, URI switches) {
        this.client = client;
        this.switches = switches;
    }

    static SimulatedVendor of(Running demo, HttpClient client) {
        try {
            var said = SWITCHES.matcher(Files.readString(demo.log()));
            if (!said.find()) {
                throw new IllegalStateException("The demo did not say where its simulator is; see " + demo.log());
            }
            return new SimulatedVendor(client, URI.create(said.group(1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void opensNothing() {
        fails("POST /rooms", 500);
    }

    void refusesTokens() {
        fails("POST /identities/.*/:issueAccessToken", 403);
    }

    void heals() {
        ask("DELETE", "");
    }

    private void fails(String requests, int status) {
        heals();
        ask("POST", """
                {"requests": "%s", "fault": "failed", "status": %d}""".formatted(requests, status));
    }

    private void ask(String method, String body) {
        try {
            var answer = client.send(
                    HttpRequest.newBuilder(switches.resolve("/faults"))
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("The simulator's switch answered " + answer.statusCode());
            }
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
