package health.visavis.azure.keyvault;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Context;
import health.visavis.azure.http.JsonObjects;
import health.visavis.azure.http.ShortPatience;
import health.visavis.keys.KeyUnavailable;
import health.visavis.keys.KeyVaultAway;
import health.visavis.keys.KeyVaultAway.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks Key Vault over its REST interface. Neither keys nor the vault's own words are in any message.
final class VaultRequests {

    private static final String SCOPE = "https://vault.azure.net/.default";
    private static final String VERSION = "7.4";
    private static final Set<String> DISABLED = Set.of("KeyDisabled", "SecretDisabled");
    private static final int RETRIES = 2;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final HttpPipeline pipeline;

    VaultRequests(HttpClient client, TokenCredential credential) {
        this.pipeline = new HttpPipelineBuilder()
                .httpClient(client)
                .policies(
                        new UserAgentPolicy("visavis"),
                        new RequestIdPolicy(),
                        new RetryPolicy(new ShortPatience(RETRIES, PAUSE, LONGEST_PAUSE)),
                        new BearerTokenAuthenticationPolicy(credential, SCOPE))
                .build();
    }

    /// @param key or a secret
    /// @throws KeyUnavailable when there is none, or it is disabled
    /// @throws KeyVaultAway when the vault does not answer, or does not let us in
    Map<String, Object> get(URI key) {
        return send(new HttpRequest(HttpMethod.GET, address(key)), key.toString());
    }

    /// When an answer gets lost, the second try makes another version: the first one wraps nothing.
    ///
    /// @throws KeyUnavailable when there is no such key
    /// @throws KeyVaultAway when the vault does not answer, or does not let us do this
    Map<String, Object> rotate(URI key) {
        return send(new HttpRequest(HttpMethod.POST, address(URI.create(key + "/rotate"))), key.toString());
    }

    /// @throws KeyUnavailable when there is no such version
    /// @throws KeyVaultAway when the vault does not answer, or does not let us do this
    void disable(KeyIdentifier key) {
        send(
                new HttpRequest(HttpMethod.PATCH, address(URI.create(key.toString())))
                        .setHeader(HttpHeaderName.CONTENT_TYPE, "application/json")
                        .setBody(JsonObjects.written(Map.of("attributes", Map.of("enabled", false)))),
                key.toString());
    }

    /// @throws KeyUnavailable when there is no such key, it is disabled, or does not take this
    /// @throws KeyVaultAway when the vault does not answer, or does not let us in
    Map<String, Object> post(KeyIdentifier key, String operation, Map<String, String> body) {
        return send(
                new HttpRequest(HttpMethod.POST, address(URI.create(key + "/" + operation)))
                        .setHeader(HttpHeaderName.CONTENT_TYPE, "application/json")
                        .setBody(JsonObjects.written(body)),
                key.toString());
    }

    /// @throws KeyVaultAway when it is not base64url
    static byte[] bytes(@Nullable Object value) {
        try {
            return Base64.getUrlDecoder().decode(String.valueOf(value));
        } catch (IllegalArgumentException notBase64) {
            throw unreadable();
        }
    }

    private Map<String, Object> send(HttpRequest request, String keyId) {
        try (var response =
                pipeline.sendSync(request.setHeader(HttpHeaderName.ACCEPT, "application/json"), Context.NONE)) {
            var json = JsonObjects.read(response).orElse(Map.of());
            if (response.getStatusCode() == 200) {
                return json;
            }
            throw problem(response.getStatusCode(), json, keyId);
        } catch (KeyUnavailable | KeyVaultAway answered) {
            throw answered;
        } catch (RuntimeException unanswered) {
            throw new KeyVaultAway(
                    reason(unanswered), "no answer, " + unanswered.getClass().getSimpleName());
        }
    }

    private static RuntimeException problem(int status, Map<String, Object> json, String keyId) {
        return switch (status) {
            case 400 -> new KeyUnavailable(keyId, "it does not open this");
            case 404, 410 -> new KeyUnavailable(keyId, "gone");
            case 403 ->
                isDisabled(json)
                        ? new KeyUnavailable(keyId, "disabled")
                        : new KeyVaultAway(Reason.REFUSED, "answered 403");
            case 401 -> new KeyVaultAway(Reason.REFUSED, "answered 401");
            case 429, 503 -> new KeyVaultAway(Reason.BUSY, "answered " + status);
            case 408, 504 -> new KeyVaultAway(Reason.UNREACHABLE, "answered " + status);
            default -> new KeyVaultAway(Reason.FAILED, "answered " + status);
        };
    }

    /// `{"error": {"code": "Forbidden", "innererror": {"code": "KeyDisabled"}}}`: the same status as for whoever lacks
    /// the role.
    private static boolean isDisabled(Map<String, Object> json) {
        return json.get("error") instanceof Map<?, ?> error
                && error.get("innererror") instanceof Map<?, ?> inner
                && DISABLED.contains(String.valueOf(inner.get("code")));
    }

    /// Nobody could be asked, or Entra has refused us a token.
    private static Reason reason(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAuthenticationException) {
                return Reason.REFUSED;
            }
        }
        return Reason.UNREACHABLE;
    }

    private static String address(URI path) {
        return path + "?api-version=" + VERSION;
    }

    static KeyVaultAway unreadable() {
        return new KeyVaultAway(Reason.FAILED, "answered something else than expected");
    }
}
