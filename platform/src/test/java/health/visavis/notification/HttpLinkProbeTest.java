package health.visavis.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpLinkProbeTest {

    private static final Map<String, String> REDIRECTS = Map.of(
            "/visit", "/oauth2/authorization/visavis",
            "/message", "/sign-in",
            "/parked", "https://parking.invalid/");

    private final LinkProbe probe = new HttpLinkProbe();
    private HttpServer site;

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            var where = REDIRECTS.get(exchange.getRequestURI().getPath());
            if (where != null) {
                exchange.getResponseHeaders().add("Location", where);
            }
            exchange.sendResponseHeaders(status(exchange.getRequestURI().getPath(), where), -1);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    @Test
    void aLinkThatAsksToSignInWorks() {
        assertThat(probe.open(at("/visit"))).isEmpty();
        assertThat(probe.open(at("/message"))).isEmpty();
    }

    @Test
    void anythingElseThatAnswersDoesNot() {
        assertThat(probe.open(at("/parked"))).contains(LinkTrouble.WRONG_ANSWER);
        assertThat(probe.open(at("/page"))).contains(LinkTrouble.WRONG_ANSWER);
        assertThat(probe.open(at("/broken"))).contains(LinkTrouble.WRONG_ANSWER);
    }

    @Test
    void nobodyAnswersAtAnAddressThatIsClosed() {
        var closed = at("/visit");
        site.stop(0);

        assertThat(probe.open(closed)).contains(LinkTrouble.UNREACHABLE);
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + site.getAddress().getPort() + path);
    }

    private static int status(String path, @Nullable String where) {
        return where != null ? 302 : path.equals("/broken") ? 500 : 200;
    }
}
