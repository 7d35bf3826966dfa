package health.visavis.local.signin;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a browser does, one step at a time: keeps cookies, sends forms with their token, follows a redirect
/// when told.
final class SignInBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String issuer;

    SignInBrowser(String issuer) {
        this.issuer = issuer;
    }

    HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(absolute(address)).header("Accept", "text/html");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> submit(HttpResponse<String> page, String address, Map<String, String> fields)
            throws IOException, InterruptedException {
        var token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new IllegalStateException("no form on " + page.uri());
        }
        return post(address, fields, Map.of("_csrf", token.group(1)));
    }

    HttpResponse<String> post(String address, Map<String, String> fields, Map<String, String> more)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(absolute(address))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(fields) + "&" + form(more)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> follow(HttpResponse<String> response) throws IOException, InterruptedException {
        return get(location(response));
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private URI absolute(String address) {
        return URI.create(issuer).resolve(address);
    }
}
