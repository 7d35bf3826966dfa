package health.visavis.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.visavis.kernel.InstalledChromium;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Microsoft's own calling SDK, as built into our assets, in a real browser under the policy of the call page. It
/// reads a token of our shape, makes an agent and joins a room; that nobody answers it here is expected.
class CallingSdkTest {

    private static final Path ASSETS = Path.of("build", "static", "assets");
    private static final Optional<Path> BROWSER = InstalledChromium.path();

    private static final String RESOURCE = "b6aada1f-0b1d-47ac-866f-91aae00a1d01";

    private static final String JOIN = """
            async ([script, token]) => {
              const { acsClient } = await import(script);
              const told = [];
              const silent = () => undefined;
              const client = acsClient(
                { kind: 'hosted', room: '99123456789012345', identity: '8:acs:resource_person', token, expiresAt: '2099-01-01T00:00:00Z' },
                { send: silent, onSeat: silent, onGone: silent, onTrack: silent, onState: silent, onPresence: silent, onTrouble: (trouble) => told.push(trouble) });
              client.start({ id: '0192f0c1-1111-7111-8111-111111111111', epoch: 1, part: 'patient', name: 'Not sent' }, [], { voice: null, camera: null, screen: null }, { voice: false, camera: false, screen: false });
              await new Promise((resolve) => setTimeout(resolve, 6000));
              const before = [...told];
              const began = performance.now();
              client.close();
              return { before, closing: performance.now() - began };
            }
            """;

    @Test
    @SuppressWarnings("unchecked")
    void theRealSdkReadsOurTokenAndJoinsUnderThePolicyOfTheCallPage() throws IOException {
        assumeTrue(BROWSER.isPresent(), "no Chromium on this machine");
        assumeTrue(Files.exists(ASSETS.resolve("manifest.json")), "the islands are not built");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", CallingSdkTest::answer);
        server.start();
        try (var playwright = Playwright.create();
                var browser = playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setArgs(List.of("--no-sandbox", "--disable-gpu"))
                                .setExecutablePath(BROWSER.orElseThrow()));
                var page = browser.newPage()) {
            var said = new CopyOnWriteArrayList<String>();
            var asked = new CopyOnWriteArrayList<String>();
            page.onConsoleMessage(message -> said.add(message.text()));
            page.onRequest(request -> asked.add(request.url()));
            // The SDK insists on the name localhost.
            page.navigate("http://localhost:" + server.getAddress().getPort() + "/");

            var joined = (Map<String, Object>) page.evaluate(JOIN, List.of(script(), token()));

            assertThat(said).noneMatch(text -> text.contains("Content Security Policy"));
            assertThat(said).noneMatch(text -> text.contains("The room could not be joined"));
            assertThat(asked)
                    .as("whom the SDK turned to once it had joined")
                    .anyMatch(url -> url.contains(".communication.microsoft.com") || url.contains(".skype.com"))
                    .noneMatch(url -> url.contains("Not%20sent"));
            assertThat(joined.get("before"))
                    .as("trouble before the room was given up")
                    .isEqualTo(List.of());
        } finally {
            server.stop(0);
        }
    }

    private static String script() {
        var manifest =
                JsonMapper.shared().readTree(ASSETS.resolve("manifest.json").toFile());
        return "/assets/"
                + manifest.path("src/main/islands/acs/acs-sdk.ts").path("file").stringValue();
    }

    /// As the service signs it, but by nobody: the SDK reads claims and leaves the signature to the service.
    private static String token() {
        var header = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        var claims = encoded("""
                {"skypeid":"acs:%s_00000015-45ee-bad7-0ef8-923e0d008818","acsScope":"voip.join","resourceId":"%s","exp":4070908800}
                """.formatted(RESOURCE, RESOURCE));
        return header + "." + claims + ".c2lnbmF0dXJl";
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var file = ASSETS.resolve(path.substring(path.lastIndexOf('/') + 1));
        var script = path.startsWith("/assets/") && Files.isRegularFile(file);
        var body = script
                ? Files.readAllBytes(file)
                : "<!doctype html><title>A call</title>".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", script ? "text/javascript" : "text/html");
        exchange.getResponseHeaders().add("Content-Security-Policy", PagePolicy.withCallingService());
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
