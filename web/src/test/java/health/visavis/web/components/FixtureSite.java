package health.visavis.web.components;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Serves drawn pages with the built assets on a port of its own, under the content security policy of the real
/// site.
final class FixtureSite implements AutoCloseable {

    private static final Path BUILT = Path.of("build", "static");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'";

    private final Map<String, String> pages;
    private final HttpServer server;

    FixtureSite(Map<String, String> pages) throws IOException {
        this.pages = Map.copyOf(pages);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address(String page) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + page;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(1);
        var page = pages.get(path);
        var file = BUILT.resolve(path);
        if (page != null) {
            exchange.getResponseHeaders().add("Content-Security-Policy", POLICY);
            send(exchange, "text/html;charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
        } else if (path.startsWith("assets/") && Files.isRegularFile(file)) {
            send(exchange, type(path), Files.readAllBytes(file));
        } else {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        }
    }

    private static String type(String path) {
        return path.endsWith(".css") ? "text/css" : path.endsWith(".js") ? "text/javascript" : "font/woff2";
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
