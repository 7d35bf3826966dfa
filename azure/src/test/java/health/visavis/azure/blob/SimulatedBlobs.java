package health.visavis.azure.blob;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import health.visavis.azure.http.AzureHttp;
import health.visavis.simulator.http.SelfMadeCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/// A container of the Blob service as far as we use it: Put, Get, Delete and List Blobs with a bearer token. Written by
/// us
// after
/// the documentation.
final class SimulatedBlobs implements AutoCloseable {

    private final SelfMadeCertificate certificate = SelfMadeCertificate.make(Clock.systemUTC());
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final HttpsServer server;
    private volatile Role role = Role.WRITES;

    /// What the bearer may do beside reading.
    enum Role {
        WRITES,
        ADDS,
        READS
    }

    SimulatedBlobs() {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.forServers()));
        server.createContext("/clinic/files", this::serve);
        server.start();
    }

    URI container() {
        return URI.create("https://localhost:" + server.getAddress().getPort() + "/clinic/files");
    }

    BlobRequests requests(URI container) {
        TokenCredential credential = request -> Mono.just(
                new AccessToken("token", OffsetDateTime.now(ZoneOffset.UTC).plusHours(1)));
        var client = AzureHttp.client(Duration.ofSeconds(2), Duration.ofSeconds(10), certificate.forClients());
        return new BlobRequests(container, client, credential);
    }

    void empty() {
        blobs.clear();
        role = Role.WRITES;
    }

    void give(Role given) {
        role = given;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var token = headers.getFirst("Authorization");
            if (token == null || !token.startsWith("Bearer ") || headers.getFirst("x-ms-version") == null) {
                answer(exchange, 401, new byte[0]);
                return;
            }
            var name = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod()) {
                case "PUT" -> put(exchange, name);
                case "GET" -> {
                    if (exchange.getRequestURI().getRawQuery() != null) {
                        list(exchange);
                        return;
                    }
                    var blob = blobs.get(name);
                    answer(exchange, blob == null ? 404 : 200, blob == null ? new byte[0] : blob);
                }
                case "DELETE" -> answer(exchange, blobs.remove(name) == null ? 404 : 202, new byte[0]);
                default -> answer(exchange, 405, new byte[0]);
            }
        }
    }

    /// Two at a time, so that whoever lists has to go on.
    private void list(HttpExchange exchange) throws IOException {
        var marker = exchange.getRequestURI().getQuery().replaceFirst(".*marker=", "");
        var names = blobs.keySet().stream()
                .map(path -> path.substring("/clinic/files/".length()))
                .sorted()
                .filter(name -> name.compareTo(marker) > 0)
                .toList();
        var page = names.stream().limit(2).toList();
        var body = page.stream()
                .map(name -> "<Blob><Name>" + name + "</Name></Blob>")
                .collect(Collectors.joining(
                        "",
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults><Blobs>",
                        "</Blobs><NextMarker>" + (names.size() > 2 ? page.getLast() : "")
                                + "</NextMarker></EnumerationResults>"));
        answer(exchange, 200, body.getBytes(StandardCharsets.UTF_8));
    }

    private void put(HttpExchange exchange, String name) throws IOException {
        var content = exchange.getRequestBody().readAllBytes();
        if (!"BlockBlob".equals(exchange.getRequestHeaders().getFirst("x-ms-blob-type"))) {
            answer(exchange, 400, new byte[0]);
        } else if (role == Role.READS || role == Role.ADDS && blobs.containsKey(name)) {
            answer(exchange, 403, new byte[0]);
        } else if ("*".equals(exchange.getRequestHeaders().getFirst("If-None-Match")) && blobs.containsKey(name)) {
            answer(exchange, 409, new byte[0]);
        } else {
            blobs.put(name, content);
            answer(exchange, 201, new byte[0]);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
