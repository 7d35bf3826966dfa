package health.visavis.web.messaging;

import health.visavis.access.Actor;
import health.visavis.kernel.ThreadId;
import health.visavis.messaging.MarkRead;
import health.visavis.web.live.LiveCommand;
import health.visavis.web.live.LiveConnection;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// `{"type":"read","thread":…,"seq":…}`: the page is in view and shows the messages up to there.
@Component
class ReadCommand implements LiveCommand {

    private final MarkRead markRead;

    ReadCommand(MarkRead markRead) {
        this.markRead = markRead;
    }

    @Override
    public String type() {
        return "read";
    }

    @Override
    public void handle(Actor actor, JsonNode message, LiveConnection connection) {
        markRead.upTo(
                actor,
                ThreadId.of(message.path("thread").asString("")),
                message.path("seq").asLong(0));
    }
}
