package health.visavis.local.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import health.visavis.local.keystore.KeyFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanCertificatesTest {

    private static final InetAddress HOME = InetAddress.ofLiteral("192.168.1.5");

    @TempDir
    private Path temporary;

    private KeyFolder keys;
    private LanCertificates certificates;

    @BeforeEach
    void setUp() {
        keys = KeyFolder.at(temporary.resolve("keys"));
        certificates = serving(HOME);
    }

    @Test
    void theServersChainLeadsToTheAuthority() throws Exception {
        var chain = chain(certificates.server());

        validate(chain.getFirst());
        assertThat(chain.getFirst().getSubjectAlternativeNames().toString())
                .contains("192.168.1.5", "127.0.0.1", "localhost");
        assertThat(Duration.between(
                        chain.getFirst().getNotBefore().toInstant(),
                        chain.getFirst().getNotAfter().toInstant()))
                .isLessThan(Duration.ofDays(825));
    }

    @Test
    void whoReadsNoKeyStoreReadsTheSameInPem() throws Exception {
        certificates.writePem();

        var factory = CertificateFactory.getInstance("X.509");
        try (var server = Files.newInputStream(keys.file("edge-server.pem"));
                var authority = Files.newInputStream(keys.file("edge-authority.pem"))) {
            assertThat(factory.generateCertificates(server)).isEqualTo(chain(certificates.server()));
            assertThat(factory.generateCertificate(authority)).isEqualTo(certificates.authority());
        }
        assertThat(keys.read("edge-server.key")).asString().startsWith("-----BEGIN PRIVATE KEY-----");
    }

    @Test
    void theAuthorityCanNotVouchForASiteOfTheInternet() {
        keys.write("lan-server.p12", certificates.issue(List.of(InetAddress.ofLiteral("93.184.216.34"))));
        var stranger = new ServerCertificate(
                keys.file("lan-server.p12"),
                keys.password("lan-certificates.password"),
                keys.passwordReference("lan-certificates.password"),
                "visavis");

        assertThatThrownBy(() -> validate(chain(stranger).getFirst())).isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void aNetworkWithoutPrivateAddressesHasAnAuthorityOfItsOwn() throws Exception {
        var ordinary = certificates.authority();
        certificates = serving(InetAddress.ofLiteral("192.0.2.2"));

        validate(chain(certificates.server()).getFirst());
        assertThat(certificates.authority()).isNotEqualTo(ordinary);
    }

    @Test
    void theCertificateIsKeptWhileTheAddressesStayAndRenewedWhenTheyChange() throws Exception {
        var first = chain(certificates.server()).getFirst();
        assertThat(chain(certificates.server()).getFirst()).isEqualTo(first);

        var moved = chain(serving(InetAddress.ofLiteral("10.0.0.7")).server()).getFirst();
        assertThat(moved).isNotEqualTo(first);
        validate(moved);
    }

    @Test
    void theCertificateIsRenewedBeforeItExpires() throws Exception {
        var first = chain(certificates.server()).getFirst();

        var nextYear = new LanCertificates(keys, Clock.offset(Clock.systemUTC(), Duration.ofDays(380)), List.of(HOME));
        assertThat(chain(nextYear.server()).getFirst()).isNotEqualTo(first);
    }

    @Test
    void aClientThatTrustsTheAuthorityReachesTheServerAndOthersDoNot() throws Exception {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 1);
        server.setHttpsConfigurator(new HttpsConfigurator(serverContext(certificates.server())));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            var address = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
            var trusting = HttpClient.newBuilder()
                    .sslContext(LanTrust.with(List.of(certificates.authority())))
                    .build();
            assertThat(get(trusting, address).statusCode()).isEqualTo(204);
            assertThatThrownBy(() -> get(HttpClient.newHttpClient(), address))
                    .isInstanceOf(SSLHandshakeException.class);
        } finally {
            server.stop(0);
        }
    }

    private LanCertificates serving(InetAddress address) {
        return new LanCertificates(keys, Clock.systemUTC(), List.of(address));
    }

    private static HttpResponse<Void> get(HttpClient client, URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
    }

    /// The authority stands in the path as well: the JDK looks at the name constraints of a path, not of an anchor.
    private void validate(X509Certificate certificate) throws Exception {
        var authority = certificates.authority();
        var anchor = new TrustAnchor(authority.getSubjectX500Principal(), authority.getPublicKey(), null);
        var parameters = new PKIXParameters(Set.of(anchor));
        parameters.setRevocationEnabled(false);
        var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate, authority));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }

    private static List<X509Certificate> chain(ServerCertificate certificate) throws Exception {
        return java.util.Arrays.stream(load(certificate).getCertificateChain(certificate.alias()))
                .map(X509Certificate.class::cast)
                .toList();
    }

    private static SSLContext serverContext(ServerCertificate certificate) throws Exception {
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(load(certificate), certificate.password().toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore load(ServerCertificate certificate) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(certificate.file())) {
            store.load(file, certificate.password().toCharArray());
        }
        return store;
    }
}
