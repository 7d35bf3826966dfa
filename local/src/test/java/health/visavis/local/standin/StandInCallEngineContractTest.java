package health.visavis.local.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.visit.CallEngine;
import health.visavis.visit.CallEngineContract;
import health.visavis.visit.EngineUnavailable;
import health.visavis.visit.LinePlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandInCallEngineContractTest extends CallEngineContract {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private HttpServer service;
    private volatile int failure;

    @BeforeEach
    void aService() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var status = failure != 0 ? failure : answer(exchange.getRequestMethod(), path);
            var body = ("token of " + path).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stopped() {
        service.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"500, FAILED", "503, FAILED", "429, OVERLOADED", "403, REFUSED", "404, GONE"})
    void aFailureHasAReasonOfOurs(int status, EngineUnavailable.Reason reason) {
        failure = status;

        var plan = new LinePlan(VisitId.next(), 1, new TimeSlot(NOON, NOON.plusSeconds(60)));
        assertThatThrownBy(() -> engine().open(plan))
                .isInstanceOfSatisfying(
                        EngineUnavailable.class,
                        failed -> assertThat(failed.reason()).isEqualTo(reason));
    }

    @Override
    protected CallEngine engine() {
        return at(URI.create("http://localhost:" + service.getAddress().getPort()));
    }

    @Override
    protected Instant now() {
        return NOON;
    }

    @Override
    protected Optional<CallEngine> unansweredEngine() {
        try (var free = new ServerSocket(0)) {
            return Optional.of(at(URI.create("http://localhost:" + free.getLocalPort())));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int answer(String method, String path) {
        return switch (method) {
            case "PUT" -> known.add(path) ? 201 : 200;
            case "DELETE" -> known.remove(path) ? 200 : 404;
            default -> known.contains(path.substring(0, path.lastIndexOf('/'))) ? 200 : 404;
        };
    }

    private static CallEngine at(URI url) {
        return new StandInCallEngine(
                new StandInSettings(url, Duration.ofSeconds(2)), Clock.fixed(NOON, ZoneOffset.UTC));
    }
}
