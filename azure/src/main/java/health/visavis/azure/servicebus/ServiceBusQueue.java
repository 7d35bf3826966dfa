package health.visavis.azure.servicebus;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Context;
import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import health.visavis.azure.http.AzureHttp;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/// Takes messages off one queue: lock, then complete or put back. Nothing is repeated here, since whoever asks again
/// asks for the next message; what was lost on the way comes back by itself when its lock runs out.
public final class ServiceBusQueue {

    /// The queue did not answer as it should. Nothing of a message is in it.
    public static final class Unavailable extends RuntimeException {

        Unavailable(String what) {
            super(what);
        }
    }

    private static final String SCOPE = "https://servicebus.azure.net/.default";
    private static final HttpHeaderName PROPERTIES = HttpHeaderName.fromString("BrokerProperties");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final String queue;
    private final Duration waits;
    private final HttpPipeline pipeline;

    public ServiceBusQueue(ServiceBusSettings settings, SSLContext trust, TokenCredential credential) {
        this.queue = settings.namespace().resolve("/" + settings.queue()).toString();
        this.waits = settings.waits();
        this.pipeline = new HttpPipelineBuilder()
                .httpClient(AzureHttp.client(CONNECT_WITHIN, waits.plus(ANSWER_WITHIN), trust))
                .policies(
                        new UserAgentPolicy("visavis"),
                        new RequestIdPolicy(),
                        new BearerTokenAuthenticationPolicy(credential, SCOPE))
                .build();
    }

    /// Waits for a message and locks it.
    public Optional<LockedMessage> receive() {
        try (var response = send(HttpMethod.POST, "/messages/head?timeout=" + waits.toSeconds())) {
            return switch (response.getStatusCode()) {
                case CREATED -> Optional.of(message(response));
                case NO_CONTENT -> Optional.empty();
                default -> throw answered("A message was asked for", response);
            };
        }
    }

    /// It is done with.
    ///
    /// @return false when the lock had run out: it will come back, and be known
    public boolean complete(LockedMessage message) {
        return settle(HttpMethod.DELETE, message);
    }

    /// It goes back into the queue at once.
    public boolean release(LockedMessage message) {
        return settle(HttpMethod.PUT, message);
    }

    private boolean settle(HttpMethod method, LockedMessage message) {
        try (var response = send(method, "/messages/" + message.sequence() + "/" + message.lock())) {
            return switch (response.getStatusCode()) {
                case OK, NO_CONTENT -> true;
                case NOT_FOUND, GONE -> false;
                default -> throw answered("A message was settled", response);
            };
        }
    }

    private HttpResponse send(HttpMethod method, String path) {
        try {
            return pipeline.sendSync(new HttpRequest(method, queue + path), Context.NONE);
        } catch (RuntimeException unanswered) {
            throw new Unavailable(
                    "The queue did not answer: " + unanswered.getClass().getSimpleName());
        }
    }

    private static LockedMessage message(HttpResponse response) {
        var body = response.getBodyAsBinaryData();
        var properties = properties(response.getHeaderValue(PROPERTIES));
        if (properties.get("SequenceNumber") instanceof Number sequence
                && properties.get("DeliveryCount") instanceof Number deliveries
                && properties.get("LockToken") instanceof String lock
                && properties.get("MessageId") instanceof String id
                && IDENTIFIER.matcher(lock).matches()) {
            return new LockedMessage(
                    id, sequence.longValue(), lock, deliveries.intValue(), body == null ? new byte[0] : body.toBytes());
        }
        throw new Unavailable("A message came without what names it");
    }

    private static Map<?, ?> properties(String header) {
        try (JsonReader reader = JsonProviders.createReader(header == null ? "{}" : header)) {
            return reader.readUntyped() instanceof Map<?, ?> map ? map : Map.of();
        } catch (IOException | IllegalStateException unreadable) {
            return Map.of();
        }
    }

    private static Unavailable answered(String what, HttpResponse response) {
        return new Unavailable(what + " and the queue answered " + response.getStatusCode());
    }
}
