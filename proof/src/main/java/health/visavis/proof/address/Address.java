package health.visavis.proof.address;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Where people go, and whom we believe that it is it. Nothing is followed by itself.
final class Address implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int HTTPS = 443;

    private final URI uri;
    private final SSLContext trust;
    private final HttpClient client;

    private Address(URI uri, SSLContext trust) {
        this.uri = uri;
        this.trust = trust;
        this.client = HttpClient.newBuilder()
                .sslContext(trust)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /// @param written `visit.clinic.example` or `https://visit.clinic.example:8443`
    /// @throws IllegalArgumentException when it is none that people would type
    static Address of(String written, SSLContext trust) {
        try {
            var uri = new URI(written.contains("://") ? written : "https://" + written);
            if ("https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                    && uri.getRawQuery() == null) {
                return new Address(new URI("https://" + uri.getRawAuthority()), trust);
            }
        } catch (URISyntaxException unreadable) {
            // No address either.
        }
        throw new IllegalArgumentException(
                "'" + written + "' is no address of a platform: https://HOST, nothing behind it.");
    }

    /// The authorities that Java trusts.
    static SSLContext usualTrust() throws GeneralSecurityException {
        return SSLContext.getDefault();
    }

    /// @param authority a certificate in PEM that alone is believed, for a platform of one's own network
    static SSLContext trustIn(Path authority) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var pem = Files.newInputStream(authority)) {
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    String host() {
        return uri.getHost();
    }

    String authority() {
        return uri.getRawAuthority();
    }

    int port() {
        return uri.getPort() < 0 ? HTTPS : uri.getPort();
    }

    /// The same by plain HTTP: at its usual port, or where somebody has chosen the port for TLS, at that.
    URI inClear(String path) {
        return URI.create("http://" + (port() == HTTPS ? host() : authority()) + path);
    }

    SSLContext trust() {
        return trust;
    }

    /// Whether a link leads here.
    boolean isOurs(URI link) {
        return "https".equals(link.getScheme()) && uri.getRawAuthority().equals(link.getRawAuthority());
    }

    URI resolve(String path) {
        return uri.resolve(path);
    }

    HttpResponse<String> get(String path, Map<String, String> headers) throws IOException, InterruptedException {
        return get(resolve(path), headers);
    }

    HttpResponse<String> get(URI link, Map<String, String> headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(link).timeout(PATIENCE);
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(Attempt attempt) throws IOException, InterruptedException {
        var body = attempt.body().length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(attempt.body());
        var request = HttpRequest.newBuilder(resolve(attempt.path()))
                .timeout(PATIENCE)
                .method(attempt.method(), body);
        attempt.headers().forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
