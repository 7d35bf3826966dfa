package health.visavis.simulator.news;

import com.fasterxml.jackson.databind.JsonNode;
import health.visavis.simulator.acs.Callbacks;
import health.visavis.simulator.entra.FakeEntra;
import health.visavis.simulator.entra.SignedToken;
import health.visavis.simulator.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Brings what is told to where it was asked for, with the token that each of the two vendors' services would show.
/// What is not thanked for is brought again.
public final class Courier implements AutoCloseable {

    /// The issuer that Call Automation signs as.
    public static final String CALL_AUTOMATION = "https://acscallautomation.communication.azure.com";

    private static final Duration CALLBACKS_LIVE = Duration.ofMinutes(5);
    private static final Duration EVENTS_LIVE = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long AGAIN_MILLIS = 500;

    /// Where Event Grid is to deliver.
    ///
    /// @param audience the application that the subscription names
    public record Webhook(URI address, String tenant, String audience) {}

    private record Parcel(URI to, String token, JsonNode content) {}

    private final FakeEntra entra;
    private final SignedToken calls;
    private final String resource;
    private final Clock clock;
    private final HttpClient client;
    private final BlockingQueue<Parcel> parcels = new LinkedBlockingQueue<>();
    private final Thread walking = Thread.ofVirtual().name("courier").unstarted(this::walk);

    /// @param calls what Call Automation signs with
    /// @param resource the immutable id of the resource, for which callbacks are meant
    public Courier(FakeEntra entra, SignedToken calls, String resource, Clock clock) {
        this.entra = entra;
        this.calls = calls;
        this.resource = resource;
        this.clock = clock;
        this.client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        walking.start();
    }

    public void bring(Webhook to, JsonNode event) {
        parcels.add(new Parcel(
                to.address(),
                entra.tokenFor(
                        to.tenant(),
                        to.audience(),
                        Map.of("roles", "AzureEventGridSecureWebhookSubscriber"),
                        clock.instant().plus(EVENTS_LIVE)),
                event));
    }

    /// Call Automation sends a list, even of one.
    public void bring(Callbacks.Event callback) {
        parcels.add(
                new Parcel(URI.create(callback.to()), callToken(), Json.array().add(callback.content())));
    }

    /// As Call Automation signs its callbacks.
    public String callToken() {
        var now = clock.instant();
        return calls.sign(Json.object()
                .put("iss", CALL_AUTOMATION)
                .put("aud", resource)
                .put("nbf", now.getEpochSecond())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(CALLBACKS_LIVE).getEpochSecond()));
    }

    @Override
    public void close() {
        walking.interrupt();
    }

    private void walk() {
        try {
            while (true) {
                var parcel = parcels.take();
                if (!isThanked(parcel)) {
                    Thread.sleep(AGAIN_MILLIS);
                    parcels.add(parcel);
                }
            }
        } catch (InterruptedException stopped) {
            // Nobody is told anything any more.
        }
    }

    /// A refusal for good is as final as thanks.
    private boolean isThanked(Parcel parcel) throws InterruptedException {
        try {
            var status = client.send(
                            HttpRequest.newBuilder(parcel.to())
                                    .timeout(PATIENCE)
                                    .header("Authorization", "Bearer " + parcel.token())
                                    .header("Content-Type", "application/cloudevents+json; charset=utf-8")
                                    .POST(BodyPublishers.ofString(
                                            parcel.content().toString()))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
            return status / 100 == 2 || status == 400 || status == 413;
        } catch (IOException away) {
            return false;
        }
    }
}
