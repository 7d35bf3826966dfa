package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.visit.BePresent;
import health.visavis.web.live.LiveCommand;
import health.visavis.web.live.LiveConnection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// `{"type":"here","visit":…}`: this page shows the visit. Said once per connection; from then on the person is
/// there for as long as the connection is, whether or not their browser lets the page run in the background. With
/// `"shown":false` the page shows it no more: another page of the same person does.
@Component
class PresenceCommand implements LiveCommand {

    private final BePresent bePresent;
    private final PagesOfVisits pages;

    PresenceCommand(BePresent bePresent, PagesOfVisits pages) {
        this.bePresent = bePresent;
        this.pages = pages;
    }

    @Override
    public String type() {
        return "here";
    }

    @Override
    public void handle(Actor actor, JsonNode message, LiveConnection connection) {
        var visit = new VisitId(UUID.fromString(message.path("visit").asString("")));
        if (!message.path("shown").asBoolean(true)) {
            pages.remove(connection);
            return;
        }
        // Noted first: where saying it fails this once, the next round says it.
        pages.add(connection, actor, visit);
        bePresent.here(actor, visit);
    }
}
