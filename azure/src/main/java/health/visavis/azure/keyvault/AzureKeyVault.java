package health.visavis.azure.keyvault;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Context;
import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonWriter;
import health.visavis.azure.http.ShortPatience;
import health.visavis.keys.KeyUnavailable;
import health.visavis.keys.KeyVault;
import health.visavis.keys.KeyVaultAway;
import health.visavis.keys.KeyVaultAway.Reason;
import health.visavis.keys.WrappedKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Wraps data keys with a key of Azure Key Vault (RSA-OAEP-256: RFC 8017 with SHA-256 and MGF1 with SHA-256).
///
/// What is stored names the version of the key and its vault, so a rotation changes what wraps and nothing that is
/// wrapped, and a region reads what the other has written. Our token goes to no vault but those of the settings,
/// whatever a row says. Neither keys nor the vault's own words are in any message.
///
/// See "Get Key", "Wrap Key" and "Unwrap Key" of Key Vault's REST API.
final class AzureKeyVault implements KeyVault {

    private static final String SCOPE = "https://vault.azure.net/.default";
    private static final String VERSION = "7.4";
    private static final String ALGORITHM = "RSA-OAEP-256";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int RETRIES = 2;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final KeyVaultSettings settings;
    private final HttpPipeline pipeline;

    AzureKeyVault(KeyVaultSettings settings, HttpClient client, TokenCredential credential) {
        this.settings = settings;
        this.pipeline = new HttpPipelineBuilder()
                .httpClient(client)
                .policies(
                        new UserAgentPolicy("visavis"),
                        new RequestIdPolicy(),
                        new RetryPolicy(new ShortPatience(RETRIES, PAUSE, LONGEST_PAUSE)),
                        new BearerTokenAuthenticationPolicy(credential, SCOPE))
                .build();
    }

    /// Asks for the current version first: new patients are rare, and a version that was just disabled wraps nothing.
    @Override
    public WrappedKey wrap(byte[] dataKey) {
        var current = current();
        return new WrappedKey(current.toString(), operate("wrapkey", current, dataKey));
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped) {
        var key = KeyIdentifier.parse(wrapped.keyId())
                .filter(this::isOurs)
                .orElseThrow(() -> new KeyUnavailable(wrapped.keyId(), "of no vault of ours"));
        return operate("unwrapkey", key, wrapped.bytes());
    }

    @Override
    public String currentKeyId() {
        return current().toString();
    }

    private KeyIdentifier current() {
        var name = settings.endpoint().resolve("/keys/" + settings.key());
        var answer = send(new HttpRequest(HttpMethod.GET, address(name)), name.toString());
        var kid = answer.get("key") instanceof Map<?, ?> key ? String.valueOf(key.get("kid")) : "";
        return KeyIdentifier.parse(kid)
                .filter(found -> found.isIn(settings.endpoint()))
                .orElseThrow(AzureKeyVault::unreadable);
    }

    private byte[] operate(String operation, KeyIdentifier key, byte[] value) {
        var body = Map.of("alg", ALGORITHM, "value", ENCODER.encodeToString(value));
        var answer = send(
                new HttpRequest(HttpMethod.POST, address(URI.create(key + "/" + operation)))
                        .setHeader(HttpHeaderName.CONTENT_TYPE, "application/json")
                        .setBody(written(body)),
                key.toString());
        try {
            return Base64.getUrlDecoder().decode(String.valueOf(answer.get("value")));
        } catch (IllegalArgumentException notBase64) {
            throw unreadable();
        }
    }

    private boolean isOurs(KeyIdentifier key) {
        return key.name().equals(settings.key())
                && (key.isIn(settings.endpoint()) || settings.others().stream().anyMatch(key::isIn));
    }

    private Map<String, Object> send(HttpRequest request, String keyId) {
        try (var response =
                pipeline.sendSync(request.setHeader(HttpHeaderName.ACCEPT, "application/json"), Context.NONE)) {
            var json = json(response);
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
                && "KeyDisabled".equals(inner.get("code"));
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

    private static byte[] written(Map<String, String> body) {
        try (var bytes = new ByteArrayOutputStream();
                JsonWriter writer = JsonProviders.createWriter(bytes)) {
            writer.writeUntyped(body);
            writer.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> json(HttpResponse response) {
        var body = response.getBodyAsBinaryData();
        if (body == null || body.toBytes().length == 0) {
            return Map.of();
        }
        try (JsonReader reader = JsonProviders.createReader(body.toBytes())) {
            return Objects.requireNonNullElse(reader.readMap(JsonReader::readUntyped), Map.of());
        } catch (IOException | IllegalStateException notJson) {
            return Map.of();
        }
    }

    private static KeyVaultAway unreadable() {
        return new KeyVaultAway(Reason.FAILED, "answered something else than expected");
    }
}
