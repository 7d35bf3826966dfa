package health.visavis.web.live;

import health.visavis.access.Actor;
import tools.jackson.databind.JsonNode;

/// Handles what pages send with one `type`. A bean; called for one message of a connection at a time.
///
/// May throw `AccessDenied` (the page hears `refused`) and `IllegalArgumentException` for a message that is not
/// as it should be; neither ends the connection.
public interface LiveCommand {

    String type();

    void handle(Actor actor, JsonNode message, LiveConnection connection);
}
