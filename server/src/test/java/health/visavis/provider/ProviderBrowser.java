package health.visavis.provider;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser without script: keeps cookies, follows redirects, sends forms. On this machine a cookie for secure
/// connections goes over any, as browsers have it for `localhost`.
final class ProviderBrowser {

    private static final Pattern FORM =
            Pattern.compile("<form\\b[^>]*\\baction=\"([^\"]+)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new HashMap<>();
    private final String application;

    ProviderBrowser(String application) {
        this.application = application;
    }

    /// What came back, after redirects.
    record Seen(URI address, int status, String body) {

        String path() {
            return address.getPath();
        }

        Optional<Form> formWith(String text) {
            return FORM.matcher(body)
                    .results()
                    .filter(form -> form.group(0).contains(text))
                    .map(form -> new Form(address.resolve(form.group(1).replace("&amp;", "&")), form.group(2)))
                    .findFirst();
        }
    }

    record Form(URI action, String html) {}

    Seen opens(String path) throws IOException, InterruptedException {
        return follow(
                HttpRequest.newBuilder(URI.create(application).resolve(path)).GET());
    }

    /// Whether this page opens as it is, without a way over the provider, who may still know the person.
    boolean isLetInTo(String path) throws IOException, InterruptedException {
        return http.send(
                                HttpRequest.newBuilder(URI.create(application).resolve(path))
                                        .header("Accept", "text/html")
                                        .header("Cookie", cookieHeader())
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    /// With what is hidden in it.
    Seen sends(Form form, Map<String, String> typed) throws IOException, InterruptedException {
        var fields = new HashMap<>(typed);
        HIDDEN.matcher(form.html()).results().forEach(field -> fields.putIfAbsent(field.group(1), field.group(2)));
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return follow(HttpRequest.newBuilder(form.action())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Seen follow(HttpRequest.Builder first) throws IOException, InterruptedException {
        var request = first;
        for (var steps = 0; steps < 20; steps++) {
            var response = http.send(
                    request.header("Accept", "text/html")
                            .header("Cookie", cookieHeader())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            keep(response);
            var location = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return new Seen(response.uri(), response.statusCode(), response.body());
            }
            request = HttpRequest.newBuilder(response.uri().resolve(location.get()))
                    .GET();
        }
        throw new IllegalStateException("too many redirects");
    }

    private void keep(HttpResponse<?> response) {
        for (var cookie : response.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
