package health.visavis.simulator.acs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.visavis.simulator.http.Json;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// What Call Automation has to say to the application: cloud events, kept until a drill delivers them, in which
/// order and how often it likes.
public final class Callbacks {

    /// @param to where the application asked to be told
    public record Event(String to, JsonNode content) {}

    private final Clock clock;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<Consumer<Event>> couriers = new CopyOnWriteArrayList<>();

    Callbacks(Clock clock) {
        this.clock = clock;
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    /// From now on, at once.
    public void sendWith(Consumer<Event> courier) {
        couriers.add(courier);
    }

    void about(Calls.Connection call, String kind, JsonNode context, ObjectNode more) {
        var type = "Microsoft.Communication." + kind;
        var source = "calling/callConnections/" + call.id();
        var data = more.deepCopy()
                .put("eventSource", source)
                .put("version", "2024-04-15")
                .put("callConnectionId", call.id())
                .put("serverCallId", call.serverCallId())
                .put("correlationId", call.id())
                .put("publicEventType", type);
        if (context.isTextual()) {
            data.set("operationContext", context);
        }
        var event = Json.object()
                .put("id", UUID.randomUUID().toString())
                .put("source", source)
                .put("type", type)
                .put("time", Times.written(clock.instant()))
                .put("specversion", "1.0")
                .put("datacontenttype", "application/json")
                .put("subject", source);
        event.set("data", data);
        var told = new Event(call.callbackUri(), event);
        events.add(told);
        couriers.forEach(courier -> courier.accept(told));
    }
}
