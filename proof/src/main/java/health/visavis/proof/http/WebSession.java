package health.visavis.proof.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// One person's session with the platform: a cookie jar over a client that all sessions of a run may share.
public final class WebSession {

    private static final int MOST_REDIRECTS = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client;
    private final URI address;
    private final CookieJar cookies;

    public WebSession(HttpClient client, URI address) {
        this(client, address, new CookieJar());
    }

    private WebSession(HttpClient client, URI address, CookieJar cookies) {
        this.client = client;
        this.address = address;
        this.cookies = cookies;
    }

    public static HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /// The same person, talking to another instance.
    public WebSession at(URI otherInstance) {
        return new WebSession(client, otherInstance, cookies);
    }

    /// Another session with the same platform, known by its cookie.
    public WebSession with(String cookie, String value) {
        var other = new CookieJar();
        other.keep(cookie, value);
        return new WebSession(client, address, other);
    }

    public java.util.Map<String, String> cookies() {
        return cookies.all();
    }

    public URI address() {
        return address;
    }

    public Page get(String path) {
        return follow(request(address.resolve(path)).GET().build());
    }

    public Page submit(Form form) {
        return follow(requestFor(form));
    }

    /// Sends the form and takes the first answer as it is: a redirect tells that it worked, and its target is not
    /// loaded.
    public Page submitOnly(Form form) {
        return page(send(requestFor(form)));
    }

    public CompletableFuture<WebSocket> open(String path, WebSocket.Listener listener) {
        var target = URI.create("ws" + address.resolve(path).toString().substring("http".length()));
        return client.newWebSocketBuilder()
                .header("Cookie", cookies.header())
                .header("Origin", address.toString())
                .buildAsync(target, listener);
    }

    private HttpRequest requestFor(Form form) {
        return form.method().equals("get")
                ? request(URI.create(form.action() + "?" + form.encoded()))
                        .GET()
                        .build()
                : request(form.action())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", form.action().resolve("/").toString().replaceAll("/$", ""))
                        .POST(BodyPublishers.ofString(form.encoded()))
                        .build();
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Accept", "text/html")
                .header("Accept-Language", "en-US");
    }

    private Page follow(HttpRequest first) {
        var response = send(first);
        for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
            var location = response.headers().firstValue("location");
            if (response.statusCode() < 300 || response.statusCode() > 399 || location.isEmpty()) {
                return page(response);
            }
            response =
                    send(request(response.uri().resolve(location.get())).GET().build());
        }
        throw new IllegalStateException(
                "Too many redirects at " + response.uri().getPath());
    }

    private HttpResponse<String> send(HttpRequest request) {
        var header = cookies.header();
        var withCookies = header.isEmpty()
                ? request
                : HttpRequest.newBuilder(request, (_, _) -> true)
                        .setHeader("Cookie", header)
                        .build();
        try {
            var response = client.send(withCookies, BodyHandlers.ofString());
            cookies.keep(response.headers());
            return response;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    private static Page page(HttpResponse<String> response) {
        return new Page(response.uri(), response.statusCode(), response.body());
    }
}
