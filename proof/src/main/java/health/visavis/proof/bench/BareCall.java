package health.visavis.proof.bench;

import com.microsoft.playwright.Browser;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;

/// Two pages with nothing but a peer connection between them: the floor below which no call can be.
final class BareCall implements AutoCloseable {

    private final HttpServer server;
    private final Browser browser;

    BareCall(Browser browser) throws IOException {
        this.browser = browser;
        byte[] html;
        try (var page = Objects.requireNonNull(BareCall.class.getResourceAsStream("bare-call.html"))) {
            html = page.readAllBytes();
        }
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        server.start();
    }

    /// From the click to the picture on the side that sees it later, in milliseconds.
    double measure() {
        var address = "http://localhost:" + server.getAddress().getPort() + "/";
        try (var context = browser.newContext()) {
            var picture = new FirstPicture();
            picture.watch(context);
            var caller = context.newPage();
            var called = context.newPage();
            caller.navigate(address);
            called.navigate(address);
            caller.locator("#call").click();
            return picture.untilBothSee(caller);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
