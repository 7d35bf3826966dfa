package health.visavis.azure.acs.news;

import health.visavis.azure.acs.store.AcsNewsLog;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/// Takes deliveries in, after [NewsSecurity] has seen who brings them. What is kept already is thanked for again,
/// and what cannot be read is refused for good: Event Grid would otherwise bring it back for a day.
@RestController
@ConditionalOnProperty("visavis.azure.acs.news.audience")
final class NewsDesk {

    private static final String EVENT_GRID = "eventgrid.azure.net";
    private static final String DELIVERIES_A_MINUTE = "120";

    private final AcsNewsLog log;
    private final AcsCallWitness witness;
    private final NewsSettings settings;
    private final ObjectProvider<CallStepListener> listeners;
    private final Clock clock;

    NewsDesk(
            AcsNewsLog log,
            AcsCallWitness witness,
            NewsSettings settings,
            ObjectProvider<CallStepListener> listeners,
            Clock clock) {
        this.log = log;
        this.witness = witness;
        this.settings = settings;
        this.listeners = listeners;
        this.clock = clock;
    }

    /// The handshake of CloudEvents: whoever asks, only Event Grid is told that it may deliver.
    @RequestMapping(path = "/azure/acs/events", method = RequestMethod.OPTIONS)
    ResponseEntity<Void> handshake(
            @RequestHeader(name = "WebHook-Request-Origin", required = false) @Nullable String origin) {
        if (!EVENT_GRID.equals(origin)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        return ResponseEntity.ok()
                .header("Allow", "POST")
                .header("WebHook-Allowed-Origin", EVENT_GRID)
                .header("WebHook-Allowed-Rate", DELIVERIES_A_MINUTE)
                .build();
    }

    /// The handshake of Event Grid's own schema comes as a delivery.
    @PostMapping("/azure/acs/events")
    ResponseEntity<Map<String, String>> events(
            HttpServletRequest request,
            @RequestHeader(name = "aeg-event-type", required = false) @Nullable String kind,
            @RequestHeader(name = "aeg-subscription-name", required = false) @Nullable String subscription)
            throws IOException {
        var delivery = body(request);
        if ("SubscriptionValidation".equals(kind)) {
            var code = NewsReader.validationCode(delivery);
            return code == null || !settings.subscription().equalsIgnoreCase(subscription)
                    ? ResponseEntity.badRequest().build()
                    : ResponseEntity.ok(Map.of("validationResponse", code));
        }
        keep(NewsReader.read(delivery));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/azure/acs/calls")
    ResponseEntity<Void> calls(HttpServletRequest request) throws IOException {
        keep(NewsReader.read(body(request)));
        return ResponseEntity.noContent().build();
    }

    /// Read here and not by a converter, so that a delivery without an end ends.
    private static byte[] body(HttpServletRequest request) throws IOException {
        return request.getInputStream().readNBytes(NewsReader.LARGEST + 1);
    }

    private void keep(List<AcsNews> news) {
        news.forEach(this::keep);
    }

    /// Whoever acts on it first: news that could not be acted on is brought again, and what was done twice is done once.
    private void keep(AcsNews one) {
        if (one instanceof AcsNews.CallStep step) {
            listeners.orderedStream().forEach(listener -> listener.happened(step));
        }
        if (log.keep(one, clock.instant())) {
            witness.told(one);
        }
    }
}
