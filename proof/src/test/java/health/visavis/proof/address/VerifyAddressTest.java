package health.visavis.proof.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// On a stand-in for a platform that answers as it should but speaks HTTP/1.1 alone; then each answer is spoiled.
class VerifyAddressTest {

    private static final String ONLY_THIS = "HTTP/2 is spoken";

    @TempDir
    static Path folder;

    private static SSLContext server;
    private static Path authority;

    private final Map<String, Answer> answers = new HashMap<>();
    private HttpsServer standIn;

    private record Answer(int status, Map<String, String> headers, String body) {

        Answer with(String header, String value) {
            var changed = new TreeMap<>(headers);
            changed.put(header, value);
            return new Answer(status, changed, body);
        }
    }

    @BeforeAll
    static void makeACertificate() throws Exception {
        var keys = StandInKeys.madeIn(folder);
        server = keys.server();
        authority = keys.authority();
    }

    @BeforeEach
    void start() throws IOException {
        standIn = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        standIn.setHttpsConfigurator(new HttpsConfigurator(server));
        standIn.createContext("/", this::answer);
        standIn.start();
        answers.put("/readyz", new Answer(200, Map.of(), "{\"status\":\"UP\"}"));
        answers.put(
                "/",
                new Answer(
                        200,
                        Map.of(
                                "Strict-Transport-Security", "max-age=31536000 ; includeSubDomains",
                                "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
                                "X-Content-Type-Options", "nosniff",
                                "Referrer-Policy", "same-origin",
                                "Cross-Origin-Opener-Policy", "same-origin",
                                "Permissions-Policy", "camera=(self), microphone=(self)",
                                "Cache-Control", "no-store"),
                        "<link rel=\"stylesheet\" href=\"/assets/main.css\">"));
        answers.put(
                "/assets/main.css",
                new Answer(200, Map.of("Cache-Control", "max-age=31536000, public, immutable"), "a {}"));
        answers.put("/appointments", new Answer(302, Map.of("Cache-Control", "no-store", "Location", "/sign-in"), ""));
        answers.put("/authorize", new Answer(302, Map.of("Location", "/login"), ""));
        answers.put("/login", new Answer(200, Map.of("Content-Type", "text/html"), "Who are you?"));
        answers.put("/api/slots", new Answer(401, Map.of("Content-Type", "application/problem+json"), "{}"));
        answers.put("/audit", new Answer(302, Map.of("Location", "/oauth2/authorization/visavis"), ""));
        answers.put(
                "/oauth2/authorization/visavis",
                new Answer(
                        302,
                        Map.of(
                                "Location",
                                "https://localhost:" + port()
                                        + "/authorize?response_type=code&code_challenge_method=S256&state=s&nonce=n"
                                        + "&redirect_uri=https%3A//localhost:" + port() + "/login/oauth2/code/visavis",
                                "Set-Cookie",
                                "__Host-visavis=secret; Path=/; Secure; HttpOnly; SameSite=Lax"),
                        ""));
    }

    @AfterEach
    void stop() {
        standIn.stop(0);
    }

    @Test
    void whatIsAsItShouldBeHolds() throws Exception {
        assertThat(fails()).containsExactly(ONLY_THIS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ | Strict-Transport-Security | max-age=60 | browsers come back by HTTPS only, for a year (HSTS)",
                "/ | Content-Security-Policy | default-src 'none'; frame-ancestors 'none'; script-src 'unsafe-inline' | nothing foreign runs in a page (CSP)",
                "/ | X-Content-Type-Options | none | types are not guessed",
                "/ | Referrer-Policy | unsafe-url | other sites do not learn where people come from",
                "/ | Cross-Origin-Opener-Policy | unsafe-none | other windows have no hold of ours",
                "/ | Permissions-Policy | camera=* | camera and microphone are ours alone",
                "/ | Cache-Control | public | nothing is kept by the way",
                "/ | Server | nginx/1.22 | no version of a program is told",
                "/api/slots | Content-Type | text/html | a stranger's program is told to sign in",
                "/assets/main.css | Cache-Control | no-store | files of the pages may be kept",
                "/appointments | Cache-Control | public | what is a person's may not be kept, and is not",
                "/appointments | Age | 17 | what is a person's may not be kept, and is not",
                "/login | Content-Type | text/plain | there the sign-in page is shown",
                "/audit | Location | https://elsewhere.example.org/ | a stranger who wants a page is sent to sign in",
                "/oauth2/authorization/visavis | Set-Cookie | JSESSIONID=1; HttpOnly | the session's cookie goes nowhere else (__Host-, Secure, HttpOnly, SameSite)",
            })
    void aSpoiltHeaderIsNoticed(String path, String header, String value, String sentence) throws Exception {
        answers.computeIfPresent(path, (_, answer) -> answer.with(header, value));

        assertThat(fails()).containsExactlyInAnyOrder(ONLY_THIS, sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/prometheus", "/actuator/env", "/actuator/heapdump"})
    void whatIsOpenIsNoticed(String path) throws Exception {
        answers.put(path, new Answer(200, Map.of(), "all of it"));

        assertThat(fails()).containsExactlyInAnyOrder(ONLY_THIS, path + " is closed");
    }

    @ParameterizedTest
    @CsvSource({
        "code_challenge_method=S256, code_challenge_method=plain, 'with a code, proof of the key that asked (PKCE), state and nonce'",
        "https://localhost, http://localhost, 'sign-in is at localhost, by HTTPS'",
        "redirect_uri=https, redirect_uri=http, and back to this address"
    })
    void aWrongWayToTheSignInIsNoticed(String from, String to, String sentence) throws Exception {
        answers.computeIfPresent(
                "/oauth2/authorization/visavis",
                (_, answer) ->
                        answer.with("Location", answer.headers().get("Location").replace(from, to)));

        assertThat(fails()).containsExactlyInAnyOrder(ONLY_THIS, sentence);
    }

    @Test
    void whatIsNotReadyOrTellsTooMuchIsNoticed() throws Exception {
        answers.put("/readyz", new Answer(503, Map.of(), "{\"status\":\"DOWN\"}"));
        assertThat(fails()).contains("it is ready, and says no more of itself");

        answers.put("/readyz", new Answer(200, Map.of(), "{\"status\":\"UP\",\"components\":{}}"));
        assertThat(fails()).contains("it is ready, and says no more of itself");
    }

    @Test
    void aCertificateThatEndsSoonIsNoticed() throws Exception {
        try (var address = Address.of("localhost:" + port(), Address.trustIn(authority))) {
            var soon = Transport.of(address, Clock.systemUTC().instant().plus(Duration.ofDays(20)));

            assertThat(soon)
                    .filteredOn(Finding.Fails.class::isInstance)
                    .singleElement()
                    .extracting(Finding::expected)
                    .asString()
                    .startsWith("the certificate is for localhost");
        }
    }

    @Test
    void whomNobodyVouchesForIsNotAsked() throws Exception {
        try (var address = Address.of("localhost:" + port(), Address.usualTrust())) {
            assertThatThrownBy(() -> VerifyAddress.findings(address, Clock.systemUTC()))
                    .isInstanceOf(SSLException.class);
        }
        assertThat(VerifyAddress.run("https://localhost:" + port())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"22, true", "21, false", "-1, false"})
    void whoAnswersAnOldHelloWithAHelloSpeaksIt(int answer, boolean spoken) throws Exception {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var address = Address.of("localhost:" + listening.getLocalPort(), Address.usualTrust())) {
            var heard = new byte[11];
            Thread.ofVirtual().start(() -> {
                try (var line = listening.accept()) {
                    line.getInputStream().readNBytes(heard, 0, heard.length);
                    if (answer >= 0) {
                        line.getOutputStream().write(answer);
                    }
                } catch (IOException gone) {
                    throw new IllegalStateException(gone);
                }
            });

            assertThat(OldTls.isSpoken(address, 2)).isEqualTo(spoken);
            // Record of a handshake in TLS 1.1, and in it a hello of TLS 1.1.
            assertThat(new byte[] {heard[0], heard[1], heard[2], heard[5], heard[9], heard[10]})
                    .containsExactly(22, 3, 2, 1, 3, 2);
        }
    }

    @Test
    void whereNoFirewallStandsEveryAttackIsNoticed() throws Exception {
        try (var address = Address.of("https://localhost:" + port(), Address.trustIn(authority))) {
            assertThat(Firewall.of(address))
                    .filteredOn(Finding.Fails.class::isInstance)
                    .extracting(Finding::expected)
                    .containsAll(Corpus.attacks().stream()
                            .map(attack -> "the edge stops " + attack.what())
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, 308, https://localhost:PORT/, '', ''",
        "/, 400, '', '', ''",
        "/, 308, https://elsewhere.example/, '', plain HTTP leads to HTTPS or nowhere",
        "/, 200, '', a page, plain HTTP leads to HTTPS or nowhere",
        "/api/slots, 403, '', '{\"type\":\"/problems/sent-in-clear\"}', ''",
        "/api/slots, 403, '', by the firewall, 'programs that ask by plain HTTP are refused, not led to HTTPS'",
        "/api/slots, 308, https://localhost:PORT/api/slots, '', 'programs that ask by plain HTTP are refused, not led to HTTPS'",
        "/api/slots, 401, '', sign in, 'programs that ask by plain HTTP are refused, not led to HTTPS'"
    })
    void whereClearTextLeadsIsNoticed(String path, int status, String to, String body, String sentence)
            throws Exception {
        var plain = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var port = plain.getAddress().getPort();
        plain.createContext("/", this::answer);
        plain.start();
        var headers = to.isEmpty() ? Map.<String, String>of() : Map.of("Location", to.replace("PORT", "" + port));
        answers.put(path, new Answer(status, headers, body));
        try (var address = Address.of("https://localhost:" + port, Address.usualTrust())) {
            var finding =
                    path.equals("/") ? Transport.pagesLeadToTls(address) : Transport.programsAreRefusedInClear(address);

            assertThat(finding)
                    .isInstanceOf(sentence.isEmpty() ? Finding.Holds.class : Finding.Fails.class)
                    .extracting(Finding::expected)
                    .asString()
                    .contains(sentence);
        } finally {
            plain.stop(0);
        }
    }

    @Test
    void whereNobodySpeaksInClearNothingLeadsAnywhere() throws Exception {
        try (var address = Address.of("https://localhost:" + port(), Address.trustIn(authority))) {
            assertThat(List.of(Transport.pagesLeadToTls(address), Transport.programsAreRefusedInClear(address)))
                    .allSatisfy(finding -> assertThat(finding).isInstanceOf(Finding.Holds.class));
        }
    }

    @Test
    void anInstanceThatServesWhoComesPastTheEdgeIsNoticed() throws Exception {
        try (var origin = Address.of("https://localhost:" + port(), Address.trustIn(authority))) {
            assertThat(Origin.of(origin))
                    .filteredOn(Finding.Fails.class::isInstance)
                    .extracting(Finding::expected)
                    .containsExactly(
                            "without the edge's id an instance refuses",
                            "with another edge's id an instance refuses",
                            "with two ids an instance refuses");

            answers.put("/", new Answer(403, Map.of(), "{\"type\":\"/problems/wrong-address\"}"));
            assertThat(Origin.of(origin))
                    .allSatisfy(finding -> assertThat(finding).isInstanceOf(Finding.Holds.class));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://visit.example.org", "https://visit.example.org/audit", "https:///", "ftp://x", "a b"})
    void onlyWhatPeopleTypeIsAnAddress(String written) {
        assertThatThrownBy(() -> Address.of(written, Address.usualTrust()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> fails() throws IOException, InterruptedException, GeneralSecurityException {
        try (var address = Address.of("https://localhost:" + port() + "/", Address.trustIn(authority))) {
            return VerifyAddress.findings(address, Clock.systemUTC()).stream()
                    .filter(Finding.Fails.class::isInstance)
                    .map(Finding::expected)
                    .toList();
        }
    }

    private int port() {
        return standIn.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var answer = answers.getOrDefault(exchange.getRequestURI().getPath(), new Answer(404, Map.of(), "nothing"));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }
    }
}
