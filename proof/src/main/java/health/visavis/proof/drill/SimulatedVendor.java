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

/// The switches of the two resources of Azure Communication Services that a demo has had simulated beside itself.
record SimulatedVendor(Resource first, Resource second) {

    private static final Pattern SWITCHES = Pattern.compile("switches at (\\S+) and of the second resource at (\\S+)");
    private static final Pattern OPENED = Pattern.compile("\"operation\":\"Rooms_Create\",\"status\":201");

    static SimulatedVendor of(Running demo, HttpClient client) {
        try {
            var said = SWITCHES.matcher(Files.readString(demo.log()));
            if (!said.find()) {
                throw new IllegalStateException("The demo did not say where its simulator is; see " + demo.log());
            }
            return new SimulatedVendor(
                    new Resource(client, URI.create(said.group(1))), new Resource(client, URI.create(said.group(2))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    record Resource(HttpClient client, URI switches) {

        void opensNothing() {
            fails("POST /rooms", 500);
        }

        void refusesTokens() {
            fails("POST /identities/.*/:issueAccessToken", 403);
        }

        void heals() {
            ask("DELETE", "/faults", "");
        }

        /// How many rooms it has opened since its start.
        long opened() {
            return OPENED.matcher(ask("GET", "/exchanges", "")).results().count();
        }

        private void fails(String requests, int status) {
            heals();
            ask("POST", "/faults", """
                    {"requests": "%s", "fault": "failed", "status": %d}""".formatted(requests, status));
        }

        private String ask(String method, String path, String body) {
            try {
                var answer = client.send(
                        HttpRequest.newBuilder(switches.resolve(path))
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
    }
}
