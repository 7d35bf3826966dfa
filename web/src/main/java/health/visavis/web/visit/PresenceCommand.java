package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.visit.ReadVisit;
import health.visavis.web.live.LiveCommand;
import health.visavis.web.live.LiveConnection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// `{"type":"visit-presence","visit":…}`, once a minute: who waits or talks touches nothing and is there all the same,
/// so
/// the session stays while the visit lasts.
@Component
class PresenceCommand implements LiveCommand {

    private final ReadVisit readVisit;

    PresenceCommand(ReadVisit readVisit) {
        this.readVisit = readVisit;
    }

    @Override
    public String type() {
        return "visit-presence";
    }

    @Override
    public void handle(Actor actor, JsonNode message, LiveConnection connection) {
        var id = UUID.fromString(message.path("visit").asString(""));
        var visit = readVisit.read(actor, new VisitId(id));
        if (visit.waitingSince() != null || visit.callOpen()) {
            connection.keepSessionAlive();
        }
    }
}
