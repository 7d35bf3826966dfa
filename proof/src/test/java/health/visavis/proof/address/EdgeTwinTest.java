package health.visavis.proof.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import health.visavis.kernel.Requirement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real twin of the edge before two stand-ins for instances. Where nginx with its firewall is not installed, none
/// of this runs.
class EdgeTwinTest {

    private static final String ID = "55ce4ed1-4b06-4bf1-b40e-4638452104da";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    static Path folder;

    private static StandInKeys keys;
    private static Instance first;
    private static Instance second;
    private static Process twin;
    private static Address edge;

    /// Answers everything as an instance that knows nobody does, and says which it is and what it heard of the edge.
    private static final class Instance {

        private final HttpsServer server;
        private final AtomicInteger asked = new AtomicInteger();
        private volatile int readiness = 200;

        Instance() throws IOException {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(keys.server()));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::answer);
            server.start();
        }

        int port() {
            return server.getAddress().getPort();
        }

        private void answer(HttpExchange exchange) throws IOException {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                var isProbe = exchange.getRequestURI().getPath().equals("/readyz");
                if (!isProbe) {
                    asked.incrementAndGet();
                }
                var heard = exchange.getRequestHeaders();
                var said = exchange.getResponseHeaders();
                said.set("Content-Security-Policy", "default-src 'none'");
                said.set("Heard-For", String.join("+", heard.getOrDefault("X-Forwarded-For", List.of())));
                said.set("Heard-Id", String.join("+", heard.getOrDefault("X-Azure-FDID", List.of())));
                said.set(
                        "Heard-Host",
                        heard.getFirst("Host") + " for " + heard.getFirst("X-Forwarded-Host") + ":"
                                + heard.getFirst("X-Forwarded-Port") + " over " + heard.getFirst("X-Forwarded-Proto"));
                var body = (isInClear(heard) ? "/problems/sent-in-clear" : "stand-in").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(isProbe ? readiness : status(heard), body.length);
                exchange.getResponseBody().write(body);
            }
        }

        private static int status(Headers heard) {
            return isInClear(heard) ? 403 : "websocket".equals(heard.getFirst("Upgrade")) ? 401 : 200;
        }

        private static boolean isInClear(Headers heard) {
            return "http".equals(heard.getFirst("X-Forwarded-Proto"));
        }
    }

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/sbin/nginx"))
                        && Files.exists(Path.of("/usr/lib/nginx/modules/ngx_http_modsecurity_module.so"))
                        && Files.isDirectory(Path.of("/usr/share/modsecurity-crs/rules"))
                        && Files.isExecutable(Path.of("/usr/bin/curl")),
                "nginx, libnginx-mod-http-modsecurity, modsecurity-crs and curl are not installed");
        keys = StandInKeys.madeIn(folder);
        first = new Instance();
        second = new Instance();
        int port = freePort();
        twin = new ProcessBuilder(
                        "../scripts/edge/twin.sh",
                        folder.resolve("edge").toString(),
                        folder.toString(),
                        Integer.toString(port),
                        ID,
                        Integer.toString(first.port()),
                        Integer.toString(second.port()))
                .inheritIO()
                .start();
        edge = Address.of("https://127.0.0.1:" + port, Address.trustIn(keys.authority()));
        await(() -> edge.get("/", Map.of()).statusCode() == 200);
    }

    @AfterAll
    static void stop() throws Exception {
        if (twin != null) {
            edge.close();
            twin.destroy();
            assertThat(twin.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(folder.resolve("edge/nginx.pid")).doesNotExist();
            first.server.stop(0);
            second.server.stop(0);
        }
    }

    @BeforeEach
    void bothAreWell() throws Exception {
        first.readiness = 200;
        second.readiness = 200;
        await(() -> isAsked(first) && isAsked(second));
    }

    @Test
    @Requirement("EDG-03")
    void attacksAreStoppedAndWhatPeopleSendComesThrough() throws Exception {
        assertThat(Firewall.of(edge))
                .filteredOn(Finding.Fails.class::isInstance)
                .isEmpty();
    }

    @Test
    @Requirement({"EDG-02", "DMO-03"})
    void onlyNewTlsIsSpoken() throws Exception {
        assertThat(Transport.of(edge, Instant.now()))
                .filteredOn(Finding.Fails.class::isInstance)
                .isEmpty();
        assertThat(edge.get("/", Map.of()).version()).isEqualTo(java.net.http.HttpClient.Version.HTTP_2);
    }

    @Test
    @Requirement("EDG-02")
    void pagesLeadFromHttpToHttps() throws Exception {
        for (var path : List.of("/help", "/apis", "/lives")) {
            var plain = edge.get(edge.inClear(path + "?from=here"), Map.of());
            assertThat(plain.statusCode()).as(path).isEqualTo(308);
            assertThat(plain.headers().firstValue("Location")).contains(edge + path + "?from=here");
        }
    }

    @Test
    @Requirement("EDG-02")
    void whatProgramsCallIsTheTemplatesAndIsNotLedOn() throws Exception {
        var route = Files.readString(Path.of("../deploy/azure/modules/front-door-route.bicep"))
                .split("name: 'programs'")[1];
        var paths = Pattern.compile("'(/[^']+)'")
                .matcher(route.lines()
                        .filter(line -> line.contains("patternsToMatch"))
                        .findFirst()
                        .orElseThrow())
                .results()
                .map(found -> found.group(1).replace("*", "anything"))
                .toList();

        assertThat(paths).contains("/api/anything");
        for (var path : paths) {
            var answer = edge.get(edge.inClear(path), Map.of("X-Forwarded-Proto", "https"));
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.headers().firstValue("Heard-Host").orElseThrow()).endsWith("over http");
            assertThat(edge.get(path, Map.of("X-Forwarded-Proto", "http")).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(Transport.programsAreRefusedInClear(edge)).isInstanceOf(Finding.Holds.class);
    }

    @Test
    @Requirement("EDG-08")
    void theIdIsTheEdgesWhateverIsSent() throws Exception {
        var answer = edge.get(
                "/",
                Map.of(
                        "X-Azure-FDID",
                        "00000000-0000-4000-8000-000000000000",
                        "X-Forwarded-Host",
                        "elsewhere.example"));

        assertThat(answer.headers().firstValue("Heard-Id")).contains(ID);
        assertThat(answer.headers().firstValue("Heard-Host"))
                .contains("localhost for 127.0.0.1:" + edge.port() + " over https");
    }

    /// Audit trail, alarms and limits go by the address that an instance is told.
    @Test
    @Requirement("EDG-08")
    void whereSomebodyComesFromIsWhatTheEdgeSees() throws Exception {
        var answer = edge.get("/", Map.of("X-Forwarded-For", "203.0.113.9", "Forwarded", "for=203.0.113.9"));

        assertThat(answer.headers().firstValue("Heard-For")).contains("127.0.0.1");
    }

    @Test
    @Requirement("EDG-07")
    void anInstanceThatCannotProveItsNameIsNotSpokenTo() throws Exception {
        // The twin's own files: it is told to believe another authority, and nobody is answered any more.
        var others = StandInKeys.madeIn(Files.createDirectory(folder.resolve("others")));
        Files.copy(
                keys.folder().resolve("edge-server.pem"),
                others.folder().resolve("edge-server.pem"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                keys.folder().resolve("edge-server.key"),
                others.folder().resolve("edge-server.key"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        int port = freePort();
        var suspicious = new ProcessBuilder(
                        "../scripts/edge/twin.sh",
                        folder.resolve("suspicious").toString(),
                        others.folder().toString(),
                        Integer.toString(port),
                        ID,
                        Integer.toString(first.port()))
                .inheritIO()
                .start();
        try (var address = Address.of("https://127.0.0.1:" + port, Address.trustIn(keys.authority()))) {
            await(() -> address.get("/", Map.of()).statusCode() == 503);
        } finally {
            suspicious.destroy();
            suspicious.waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    @Requirement("EDG-09")
    void whoSaysThatHeIsNotReadyIsSentNobodyUntilHeIs() throws Exception {
        first.readiness = 503;
        await(() -> !isAsked(first));
        assertThat(isAsked(second)).isTrue();

        first.readiness = 200;
        await(() -> isAsked(first));
    }

    private static boolean isAsked(Instance origin) throws Exception {
        int before = origin.asked.get();
        for (int request = 0; request < 8; request++) {
            assertThat(edge.get("/", Map.of()).statusCode()).isEqualTo(200);
        }
        return origin.asked.get() > before;
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        var until = Instant.now().plus(PATIENCE);
        while (!holds(condition)) {
            assertThat(Instant.now()).as("patience").isBefore(until);
            Thread.sleep(200);
        }
    }

    private static boolean holds(Callable<Boolean> condition) throws Exception {
        try {
            return condition.call();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
