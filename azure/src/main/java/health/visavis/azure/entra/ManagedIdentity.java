package health.visavis.azure.entra;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.util.Context;
import com.azure.core.util.UrlBuilder;
import health.visavis.azure.http.JsonObjects;
import health.visavis.azure.http.ShortPatience;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import reactor.core.publisher.Mono;

/// A token of Entra from the endpoint that App Service and Container Apps put beside what they run. It keeps tokens by
/// itself, and answers nobody who does not know the header's value.
///
/// See "REST endpoint reference" in "How to use managed identities for App Service", and the same for Container Apps.
final class ManagedIdentity implements TokenCredential {

    private static final String VERSION = "2019-08-01";
    private static final HttpHeaderName HEADER = HttpHeaderName.fromString("X-IDENTITY-HEADER");
    private static final String ANYTHING_OF_IT = "/.default";
    private static final int RETRIES = 2;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final EntraSettings settings;
    private final HttpPipeline pipeline;

    ManagedIdentity(EntraSettings settings, HttpClient client) {
        this.settings = settings;
        this.pipeline = new HttpPipelineBuilder()
                .httpClient(client)
                .policies(new RetryPolicy(new ShortPatience(RETRIES, PAUSE, LONGEST_PAUSE)))
                .build();
    }

    @Override
    public Mono<AccessToken> getToken(TokenRequestContext wanted) {
        return Mono.fromSupplier(() -> getTokenSync(wanted));
    }

    /// @throws ClientAuthenticationException when the identity is refused, or is none of ours
    /// @throws IllegalStateException when the answer is no token
    @Override
    public AccessToken getTokenSync(TokenRequestContext wanted) {
        var request = new HttpRequest(HttpMethod.GET, address(wanted))
                .setHeader(HEADER, settings.managed().header())
                .setHeader(HttpHeaderName.ACCEPT, "application/json");
        try (var response = pipeline.sendSync(request, Context.NONE)) {
            var status = response.getStatusCode();
            if (status == 200) {
                return token(response);
            }
            if (status >= 400 && status < 500) {
                throw new ClientAuthenticationException("The managed identity was refused: " + status, null);
            }
            throw new IllegalStateException("The endpoint of managed identities answered " + status);
        }
    }

    /// A service is named as a resource here, and as a scope elsewhere: all of it that we may use.
    private String address(TokenRequestContext wanted) {
        var scope = wanted.getScopes().getFirst();
        var resource =
                scope.endsWith(ANYTHING_OF_IT) ? scope.substring(0, scope.length() - ANYTHING_OF_IT.length()) : scope;
        var address = UrlBuilder.parse(settings.managed().endpoint())
                .setQueryParameter("api-version", VERSION)
                .setQueryParameter("resource", URLEncoder.encode(resource, StandardCharsets.UTF_8));
        return (settings.client().isEmpty() ? address : address.setQueryParameter("client_id", settings.client()))
                .toString();
    }

    private static AccessToken token(HttpResponse response) {
        try {
            var answer = JsonObjects.read(response).orElseThrow();
            var endsAt = Instant.ofEpochSecond(Long.parseLong(String.valueOf(answer.get("expires_on"))));
            return new AccessToken(
                    String.valueOf(Objects.requireNonNull(answer.get("access_token"))),
                    endsAt.atOffset(ZoneOffset.UTC));
        } catch (RuntimeException unreadable) {
            throw new IllegalStateException("The endpoint of managed identities answered something else than expected");
        }
    }
}
