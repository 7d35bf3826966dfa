package health.visavis.proof.drill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Executors;

/// Plays the vendor behind the engine `stand-in`: it opens lines and hands out tokens until it is told to fail.
final class VideoService implements AutoCloseable {

    /// What it refuses.
    enum Fault {
        NONE,
        /// Every request is answered 500.
        BROKEN,
        /// Lines open, but nobody receives a token.
        NO_TOKENS
    }

    private final HttpServer server;
    private volatile Fault fault = Fault.NONE;

    VideoService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void become(Fault other) {
        fault = other;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var token = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status(exchange), token.length);
        exchange.getResponseBody().write(token);
        exchange.close();
    }

    private int status(HttpExchange exchange) {
        return switch (fault) {
            case NONE -> 200;
            case BROKEN -> 500;
            case NO_TOKENS -> exchange.getRequestURI().getPath().endsWith("/tokens") ? 403 : 200;
        };
    }
}
