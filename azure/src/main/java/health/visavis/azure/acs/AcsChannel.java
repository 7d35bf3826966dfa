package health.visavis.azure.acs;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Context;
import health.visavis.azure.http.JsonObjects;
import health.visavis.azure.http.ShortPatience;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One resource of Azure Communication Services, reached over azure-core's pipeline: a request id, repetitions, a
/// bearer token of Entra. Nothing is logged here, neither addresses nor bodies: both name people's rooms.
final class AcsChannel {

    static final String SCOPE = "https://communication.azure.com//.default";
    /// What identifiers of this vendor are made of; nothing in it changes a path.
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9:_=-]{1,512}");

    private final URI endpoint;
    private final HttpPipeline pipeline;

    AcsChannel(URI endpoint, HttpClient client, TokenCredential credential, AcsSettings settings) {
        this.endpoint = endpoint;
        this.pipeline = new HttpPipelineBuilder()
                .httpClient(client)
                .policies(
                        new UserAgentPolicy("visavis"),
                        new RequestIdPolicy(),
                        new RetryPolicy(
                                new ShortPatience(settings.retries(), settings.pause(), settings.longestPause())),
                        new BearerTokenAuthenticationPolicy(credential, SCOPE))
                .build();
    }

    /// @throws AcsProblem for everything but a success
    AcsAnswer send(AcsRequest request) {
        var operation = request.operation();
        var wired = wired(request);
        try (var response = pipeline.sendSync(wired, Context.NONE)) {
            var json = json(operation, response);
            if (response.getStatusCode() / 100 != 2) {
                throw AcsProblem.answered(
                        operation, response.getStatusCode(), new AcsAnswer(operation, json).optional("error", "code"));
            }
            return new AcsAnswer(operation, json);
        } catch (AcsProblem problem) {
            throw problem;
        } catch (RuntimeException unanswered) {
            throw AcsProblem.unanswered(operation, kind(unanswered), unanswered);
        }
    }

    private HttpRequest wired(AcsRequest request) {
        var operation = request.operation();
        var id = request.id();
        if (id != null && !IDENTIFIER.matcher(id).matches()) {
            throw new IllegalArgumentException("not an identifier of " + operation);
        }
        var address = request.next() == null
                ? endpoint.resolve(operation.path().replace("{id}", Objects.requireNonNullElse(id, "")))
                        + "?api-version=" + operation.version()
                : within(request.next()).toString();
        var wired = new HttpRequest(operation.method(), address);
        request.headers().forEach((name, value) -> wired.setHeader(HttpHeaderName.fromString(name), value));
        wired.setHeader(HttpHeaderName.ACCEPT, "application/json");
        if (request.body() != null) {
            wired.setHeader(HttpHeaderName.CONTENT_TYPE, request.mediaType());
            wired.setBody(JsonObjects.written(request.body()));
        }
        return wired;
    }

    /// A next page is where the service says, but never at another host: the bearer token would go there too.
    private URI within(URI next) {
        if (!Objects.equals(next.getAuthority(), endpoint.getAuthority()) || !"https".equals(next.getScheme())) {
            throw AcsProblem.unreadable(AcsOperation.LIST_PARTICIPANTS);
        }
        return next;
    }

    private static Map<String, Object> json(AcsOperation operation, HttpResponse response) {
        return JsonObjects.read(response).orElseGet(() -> {
            if (response.getStatusCode() / 100 == 2) {
                throw AcsProblem.unreadable(operation);
            }
            return Map.of();
        });
    }

    private static AcsProblem.Kind kind(Throwable failure) {
        var kind = AcsProblem.Kind.FAILED;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return AcsProblem.Kind.UNREACHABLE;
            }
            if (cause instanceof ClientAuthenticationException) {
                kind = AcsProblem.Kind.REFUSED;
            }
        }
        return kind;
    }
}
