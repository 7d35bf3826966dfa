package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.visit.SendSignal;
import health.visavis.visit.SendSignal.Outgoing;
import health.visavis.web.live.LiveCommand;
import health.visavis.web.live.LiveConnection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// `{"type":"signal","visit":…,"epoch":2,"to":…,"toEpoch":1,"signal":{…}}`. What is stale or too much is
/// dropped without an answer: the page that sent it is gone, or misbehaves.
@Component
class SignalCommand implements LiveCommand {

    private final SendSignal sendSignal;

    SignalCommand(SendSignal sendSignal) {
        this.sendSignal = sendSignal;
    }

    @Override
    public String type() {
        return "signal";
    }

    @Override
    public void handle(Actor actor, JsonNode message, LiveConnection connection) {
        var signal = message.path("signal");
        if (!signal.isObject()
                || !message.path("epoch").isInt()
                || !message.path("toEpoch").isInt()) {
            throw new IllegalArgumentException("not a signal");
        }
        sendSignal.send(
                actor,
                new VisitId(uuid(message, "visit")),
                new Outgoing(
                        message.path("epoch").intValue(),
                        uuid(message, "to"),
                        message.path("toEpoch").intValue(),
                        signal.toString()));
    }

    private static UUID uuid(JsonNode message, String field) {
        return UUID.fromString(message.path(field).asString(""));
    }
}
