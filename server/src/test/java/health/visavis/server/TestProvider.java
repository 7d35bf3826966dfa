package health.visavis.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import health.visavis.secrets.TestSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.json.JsonMapper;

/// The part of an OpenID provider that the application calls: it hands out the tokens that a test has prepared. One
/// per JVM.
public final class TestProvider {

    public static final String CLIENT = "visavis";

    private static final RSAKey KEY = key();
    private static final Map<String, Map<String, Object>> CODES = new ConcurrentHashMap<>();
    private static final Map<String, Map<String, Object>> REFRESH_TOKENS = new ConcurrentHashMap<>();
    private static final Map<String, UnaryOperator<String>> CHANGES = new ConcurrentHashMap<>();
    private static final Set<String> AWAY_FOR = ConcurrentHashMap.newKeySet();
    private static volatile boolean away;
    private static final HttpServer SERVER = start();
    public static final String ISSUER =
            "http://127.0.0.1:" + SERVER.getAddress().getPort();

    private TestProvider() {}

    /// A code that the token endpoint takes once for an id token with these claims.
    public static String codeFor(Map<String, Object> claims) {
        var code = UUID.randomUUID().toString();
        CODES.put(code, claims);
        return code;
    }

    /// As [#codeFor(Map)]; this becomes of the id token on its way.
    public static String codeFor(Map<String, Object> claims, UnaryOperator<String> change) {
        var code = codeFor(claims);
        CHANGES.put(code, change);
        return code;
    }

    /// From now on this person's sign-ins say this when they are renewed.
    public static void changes(String subject, Map<String, Object> claims) {
        REFRESH_TOKENS.replaceAll((token, before) -> subject.equals(before.get("sub")) ? with(before, claims) : before);
    }

    /// From now on this person's sign-ins are not renewed.
    public static void disables(String subject) {
        REFRESH_TOKENS.values().removeIf(claims -> subject.equals(claims.get("sub")));
    }

    /// From now on this person's sign-ins are asked for in vain.
    public static void isAwayFor(String subject) {
        AWAY_FOR.add(subject);
    }

    /// From now on nobody gets an answer, or gets one again.
    public static void isAway(boolean now) {
        away = now;
    }

    static byte[] publicKey() throws JOSEException {
        return KEY.toRSAPublicKey().getEncoded();
    }

    /// OpenID Connect Back-Channel Logout, section 2.4.
    public static String logoutToken(Map<String, Object> claims) {
        var event = Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());
        return signed("logout+jwt", with(claims, Map.of("events", event)));
    }

    public static Map<String, Object> with(Map<String, Object> claims, Map<String, Object> more) {
        var all = new HashMap<>(claims);
        all.putAll(more);
        return all;
    }

    static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test provider",
                            Map.of(
                                    "spring.security.oauth2.client.provider.visavis.issuer-uri",
                                    ISSUER,
                                    "spring.security.oauth2.client.registration.visavis.client-secret",
                                    TestSecrets.inFile("not-used"))));
        }
    }

    private static HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            serve(server, "/keys", exchange -> answer(exchange, 200, new JWKSet(KEY).toString()));
            serve(server, "/token", TestProvider::token);
            serve(server, "/.well-known/openid-configuration", TestProvider::discovery);
            server.start();
            return server;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void serve(HttpServer server, String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            if (away) {
                exchange.close();
            } else {
                handler.handle(exchange);
            }
        });
    }

    private static void discovery(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "issuer",
                                ISSUER,
                                "authorization_endpoint",
                                ISSUER + "/authorize",
                                "token_endpoint",
                                ISSUER + "/token",
                                "jwks_uri",
                                ISSUER + "/keys",
                                "response_types_supported",
                                List.of("code"),
                                "subject_types_supported",
                                List.of("public"),
                                "id_token_signing_alg_values_supported",
                                List.of("RS256"))));
    }

    private static void token(HttpExchange exchange) throws IOException {
        var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var claims = "refresh_token".equals(form.get("grant_type"))
                ? REFRESH_TOKENS.get(form.get("refresh_token"))
                : CODES.remove(form.get("code"));
        if (claims == null) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        if (AWAY_FOR.contains(String.valueOf(claims.get("sub")))) {
            answer(exchange, 503, "{}");
            return;
        }
        var renewal = UUID.randomUUID().toString();
        REFRESH_TOKENS.put(renewal, claims);
        answer(
                exchange,
                200,
                JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "access_token",
                                "opens-nothing",
                                "token_type",
                                "Bearer",
                                "expires_in",
                                300,
                                "refresh_token",
                                renewal,
                                "id_token",
                                changed(form.get("code"), signed("JWT", claims)))));
    }

    private static String changed(@Nullable String code, String token) {
        var change = code == null ? null : CHANGES.remove(code);
        return change == null ? token : change.apply(token);
    }

    /// A token of this provider that says of itself what it is.
    public static String signed(String type, Map<String, Object> claims) {
        var now = Instant.now();
        var body = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(CLIENT)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
        claims.forEach((name, value) -> body.claim(name, value instanceof Instant at ? Date.from(at) : value));
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(new JOSEObjectType(type))
                            .keyID(KEY.getKeyID())
                            .build(),
                    body.build());
            jwt.sign(new RSASSASigner(KEY));
            return jwt.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
