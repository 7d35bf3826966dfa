package health.visavis.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// A vendor's service behind the engine `stand-in`: it says yes to everything, or fails.
final class VideoService implements AutoCloseable {

    static final String ENGINE = "stand-in";

    private final HttpServer server;
    private volatile int status = 200;

    private VideoService(HttpServer server) {
        this.server = server;
    }

    static VideoService open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var service = new VideoService(server);
            server.createContext("/", service::answer);
            server.start();
            return service;
        } catch (IOException noPort) {
            throw new IllegalStateException("The video service could not be opened", noPort);
        }
    }

    void breaks() {
        status = 500;
    }

    String[] settings() {
        return new String[] {
            "visavis.visit.engines=" + ENGINE + ",direct,audio,telephone",
            "visavis.stand-in.url=" + address()
        };
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var token = "a token".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, token.length);
        exchange.getResponseBody().write(token);
        exchange.close();
    }
}
