package health.visavis.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import health.visavis.simulator.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Speaks to the simulator without any library of Microsoft's.
final class Caller {

    static final String TENANT = "11111111-2222-3333-4444-555555555555";

    record Heard(int status, JsonNode json, HttpResponse<String> response) {

        String error(String name) {
            return json.path("error").path(name).asText();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private final AcsSimulator simulator;
    private final HttpClient client;

    Caller(AcsSimulator simulator) {
        this.simulator = simulator;
        this.client = HttpClient.newBuilder()
                .sslContext(simulator.certificate().forClients())
                .build();
    }

    String bearer() {
        return "Bearer "
                + simulator
                        .entra()
                        .tokenFor(
                                TENANT,
                                "https://communication.azure.com/",
                                Map.of(),
                                Instant.now().plus(Duration.ofHours(1)));
    }

    Heard send(String method, String target, String body) {
        return sendAs(bearer(), method, target, body, Map.of());
    }

    Heard patch(String path, String body) {
        return sendAs(
                bearer(),
                "PATCH",
                path + "?api-version=2024-04-15",
                body,
                Map.of("Content-Type", "application/merge-patch+json"));
    }

    Heard sendAs(String authorization, String method, String target, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(simulator.endpoint() + target))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (authorization != null) {
            request.setHeader("Authorization", authorization);
        }
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var text = response.body();
            return new Heard(response.statusCode(), text.isEmpty() ? Json.object() : Json.parse(text), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
