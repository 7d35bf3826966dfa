package health.visavis.simulator.entra;

import health.visavis.simulator.http.Answer;
import health.visavis.simulator.http.Json;
import health.visavis.simulator.http.Question;
import health.visavis.simulator.http.SelfMadeCertificate;
import health.visavis.simulator.http.Wire;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/// In place of `login.microsoftonline.com`: the token endpoint that a workload identity asks, and the keys that prove
/// its tokens; beside it the endpoint that App Service and Container Apps offer to managed identities. It believes
/// any assertion and gives a token for any scope, since what is tried here is the way to the token, not Microsoft's
/// decision.
public final class FakeEntra implements AutoCloseable {

    /// What whoever asks for the token of a managed identity says in `X-IDENTITY-HEADER`.
    public static final String IDENTITY_HEADER = "853b9a84-5bfa-4b22-a3f3-0b9a43d9ad8a";

    private static final String IDENTITY_PATH = "/msi/token";
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final SignedToken signing = SignedToken.withNewKey();
    private final Clock clock;
    private final Wire wire;
    private volatile Consumer<String> whoeverIsTold = token -> {};

    private FakeEntra(Clock clock, int port, SelfMadeCertificate certificate) {
        this.clock = clock;
        this.wire = Wire.overTls(port, certificate, this::answer);
    }

    public static FakeEntra start(Clock clock, int port, SelfMadeCertificate certificate) {
        return new FakeEntra(clock, port, certificate);
    }

    public URI address() {
        return URI.create("https://localhost:" + wire.port() + "/");
    }

    /// `IDENTITY_ENDPOINT` of what runs here.
    public URI identityEndpoint() {
        return address().resolve(IDENTITY_PATH);
    }

    /// Tells of each token that is asked for, before it is handed out.
    public void tell(Consumer<String> whoever) {
        this.whoeverIsTold = whoever;
    }

    /// Whether the bearer of this token may use the service that `audience` names.
    public boolean vouches(String token, String audience) {
        var now = clock.instant().getEpochSecond();
        return signing.claims(token)
                .filter(claims -> audience.equals(claims.path("aud").asText())
                        && claims.path("nbf").asLong() <= now
                        && now < claims.path("exp").asLong())
                .isPresent();
    }

    /// A token as Entra would give it, for a delivery that has to prove where it comes from.
    public String tokenFor(String tenant, String audience, Map<String, String> claims, Instant expiresAt) {
        var all = Json.object()
                .put("aud", audience)
                .put("iss", issuer(tenant))
                .put("tid", tenant)
                .put("nbf", expiresAt.minus(LIFETIME).getEpochSecond())
                .put("iat", expiresAt.minus(LIFETIME).getEpochSecond())
                .put("exp", expiresAt.getEpochSecond());
        claims.forEach(all::put);
        return signing.sign(all);
    }

    public String issuer(String tenant) {
        return address() + tenant + "/v2.0";
    }

    @Override
    public void close() {
        wire.close();
    }

    private Answer answer(Question question) {
        var path = question.path();
        if (question.method().equals("POST") && path.endsWith("/oauth2/v2.0/token")) {
            return token(path.split("/")[1], form(question));
        }
        if (question.method().equals("GET") && path.equals(IDENTITY_PATH)) {
            return tokenOfManagedIdentity(question);
        }
        if (path.endsWith("/discovery/v2.0/keys")) {
            return Answer.of(200, signing.keys());
        }
        if (path.endsWith("/.well-known/openid-configuration")) {
            var tenant = path.split("/")[1];
            return Answer.of(
                    200,
                    Json.object()
                            .put("issuer", issuer(tenant))
                            .put("token_endpoint", address() + tenant + "/oauth2/v2.0/token")
                            .put("jwks_uri", address() + tenant + "/discovery/v2.0/keys"));
        }
        return Answer.of(404);
    }

    private Answer token(String tenant, Map<String, String> form) {
        if (!"client_credentials".equals(form.get("grant_type"))
                || form.getOrDefault("client_assertion", "").isEmpty()) {
            return Answer.of(
                    400,
                    Json.object()
                            .put("error", "invalid_request")
                            .put("error_description", "Only a federated client assertion is understood here."));
        }
        // Microsoft's clients name the usual ones beside it, in any order.
        var audience = Arrays.stream(form.getOrDefault("scope", "").split(" "))
                .filter(scope -> scope.endsWith("/.default"))
                .findFirst()
                .orElse("")
                .replaceFirst("/\\.default$", "");
        var token = tokenOf(form.getOrDefault("client_id", ""), tenant, audience);
        return Answer.of(
                200,
                Json.object()
                        .put("token_type", "Bearer")
                        .put("expires_in", LIFETIME.toSeconds())
                        .put("ext_expires_in", LIFETIME.toSeconds())
                        .put("access_token", token));
    }

    /// Answers nobody who does not know the header (401), and refuses what is not asked in the documented words (400).
    private Answer tokenOfManagedIdentity(Question question) {
        if (!IDENTITY_HEADER.equals(question.header("X-IDENTITY-HEADER"))) {
            return Answer.of(401);
        }
        var resource = question.parameter("resource");
        if (!"2019-08-01".equals(question.parameter("api-version")) || resource == null) {
            return Answer.of(400);
        }
        var client = Objects.requireNonNullElse(question.parameter("client_id"), "of-the-application");
        return Answer.of(
                200,
                Json.object()
                        .put("access_token", tokenOf(client, "common", resource))
                        .put(
                                "expires_on",
                                String.valueOf(clock.instant().plus(LIFETIME).getEpochSecond()))
                        .put("resource", resource)
                        .put("token_type", "Bearer")
                        .put("client_id", client));
    }

    private String tokenOf(String client, String tenant, String audience) {
        var token = tokenFor(
                tenant,
                audience,
                Map.of("appid", client, "uti", UUID.randomUUID().toString()),
                clock.instant().plus(LIFETIME));
        whoeverIsTold.accept(token);
        return token;
    }

    private static Map<String, String> form(Question question) {
        var form = new HashMap<String, String>();
        for (var pair : new String(question.body(), StandardCharsets.UTF_8).split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }
}
