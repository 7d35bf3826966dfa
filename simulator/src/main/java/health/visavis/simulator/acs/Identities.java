package health.visavis.simulator.acs;

import com.fasterxml.jackson.databind.JsonNode;
import health.visavis.simulator.entra.SignedToken;
import health.visavis.simulator.http.Answer;
import health.visavis.simulator.http.Json;
import health.visavis.simulator.http.Question;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Users and their access tokens. Making a user is not idempotent: whoever asks twice has two.
public final class Identities {

    private static final int SHORTEST = 60;
    private static final int LONGEST = 1440;
    private static final Set<String> SCOPES = Set.of("chat", "voip", "chat.join", "chat.join.limited", "voip.join");

    private final Clock clock;
    private final String resource = UUID.randomUUID().toString();
    private final SignedToken signing = SignedToken.withNewKey();
    /// When the tokens of a user were last revoked.
    private final Map<String, Instant> users = new ConcurrentHashMap<>();

    Identities(Clock clock) {
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/identities", (question, none) -> create(question)),
                Route.of("DELETE", "/identities/{}", (question, id) -> delete(id)),
                Route.of("POST", "/identities/{}/:revokeAccessTokens", (question, id) -> revoke(id)),
                Route.of("POST", "/identities/{}/:issueAccessToken", this::issue));
    }

    /// The immutable id of the resource, for which its callbacks are meant.
    public String resource() {
        return resource;
    }

    /// The users that exist now.
    public Set<String> users() {
        return Set.copyOf(users.keySet());
    }

    /// The user that a token speaks for, while it is valid and neither revoked nor its user deleted.
    public @Nullable String bearer(String token, String scope) {
        var claims = signing.claims(token).orElse(null);
        if (claims == null) {
            return null;
        }
        var user = "8:" + claims.path("skypeid").asText();
        var revoked = users.get(user);
        var issued = Instant.ofEpochMilli(claims.path("issuedMillis").asLong());
        return revoked != null
                        && issued.isAfter(revoked)
                        && clock.instant().getEpochSecond() < claims.path("exp").asLong()
                        && List.of(claims.path("acsScope").asText().split(",")).contains(scope)
                ? user
                : null;
    }

    private Answer create(Question question) {
        var body = question.json();
        var scopes = body.path("createTokenWithScopes");
        var refusal = scopes.isEmpty() ? null : refusal(scopes, body.path("expiresInMinutes"));
        if (refusal != null) {
            return refusal;
        }
        var id = "8:acs:" + resource + "_" + UUID.randomUUID();
        users.put(id, Instant.EPOCH);
        var answer = Json.object();
        answer.putObject("identity").put("id", id);
        if (!scopes.isEmpty()) {
            answer.set("accessToken", token(id, scopes, body.path("expiresInMinutes")));
        }
        return Answer.of(201, answer);
    }

    private Answer issue(Question question, String id) {
        var body = question.json();
        var refusal = refusal(body.path("scopes"), body.path("expiresInMinutes"));
        if (refusal != null) {
            return refusal;
        }
        return users.containsKey(id)
                ? Answer.of(200, token(id, body.path("scopes"), body.path("expiresInMinutes")))
                : notOwned();
    }

    private Answer revoke(String id) {
        return users.computeIfPresent(id, (user, before) -> clock.instant()) == null ? notOwned() : Answer.of(204);
    }

    private Answer delete(String id) {
        return users.remove(id) == null ? notOwned() : Answer.of(204);
    }

    private static @Nullable Answer refusal(JsonNode scopes, JsonNode minutes) {
        if (!scopes.isArray() || scopes.isEmpty()) {
            return Problem.about("Scopes", 400, "ValidationError", "Scopes: The Scopes field is required.");
        }
        if (!elements(scopes).allMatch(scope -> SCOPES.contains(scope.asText()))) {
            return Problem.about("Scopes", 400, "ValidationError", "Scopes: The Scopes field is invalid.");
        }
        if (minutes.isNumber() && (minutes.asInt() < SHORTEST || minutes.asInt() > LONGEST)) {
            return Problem.about(
                    "ExpiresInMinutes",
                    400,
                    "ValidationError",
                    "ExpiresInMinutes value %d is invalid. Value must be within the [60, 1440] interval."
                            .formatted(minutes.asInt()));
        }
        return null;
    }

    private JsonNode token(String id, JsonNode scopes, JsonNode minutes) {
        var now = clock.instant();
        var expires = now.plus(Duration.ofMinutes(minutes.isNumber() ? minutes.asInt() : LONGEST));
        var claims = Json.object()
                .put("skypeid", id.substring("8:".length()))
                .put(
                        "acsScope",
                        String.join(",", elements(scopes).map(JsonNode::asText).toList()))
                .put("resourceId", resource)
                .put("iat", now.getEpochSecond())
                .put("issuedMillis", now.toEpochMilli())
                .put("exp", expires.getEpochSecond());
        return Json.object().put("token", signing.sign(claims)).put("expiresOn", Times.written(expires));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Answer notOwned() {
        return Problem.of(401, "IdentityNotOwned", "Provided identity doesn't belong to the resource.");
    }
}
