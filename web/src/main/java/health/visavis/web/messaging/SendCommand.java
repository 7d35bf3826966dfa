package health.visavis.web.messaging;

import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.ThreadId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.messaging.MessageDraft;
import health.visavis.messaging.PostOffice;
import health.visavis.messaging.SendOutcome;
import health.visavis.web.live.LiveCommand;
import health.visavis.web.live.LiveConnection;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// `{"type":"message","thread":…,"clientId":…,"text":…}`, answered by `stored` once the message is on disk, or
/// by `not-stored` and why. After `failed` the page sends again.
@Component
class SendCommand implements LiveCommand {

    record Stored(String type, UUID clientId, UUID thread, long seq, Instant at) {}

    record NotStored(String type, UUID clientId, String reason) {
        NotStored(UUID clientId, String reason) {
            this("not-stored", clientId, reason);
        }
    }

    private final PostOffice postOffice;

    SendCommand(PostOffice postOffice) {
        this.postOffice = postOffice;
    }

    @Override
    public String type() {
        return "message";
    }

    @Override
    public void handle(Actor actor, JsonNode message, LiveConnection connection) {
        var thread = ThreadId.of(message.path("thread").asString(""));
        var clientId = TimeOrderedId.parse(message.path("clientId").asString(""));
        var text = Sensitive.of(message.path("text").asString(""));
        postOffice
                .post(actor, new MessageDraft(thread, clientId, text))
                .whenComplete((outcome, failure) -> connection.send(answer(thread, clientId, outcome, failure)));
    }

    private static Object answer(
            ThreadId thread, UUID clientId, @Nullable SendOutcome outcome, @Nullable Throwable failure) {
        if (outcome == null) {
            return new NotStored(clientId, isRefusal(failure) ? "refused" : "failed");
        }
        return switch (outcome) {
            case SendOutcome.Stored stored ->
                new Stored("stored", clientId, thread.value(), stored.sequence(), stored.sentAt());
            case SendOutcome.CareOver _ -> new NotStored(clientId, "care-over");
            case SendOutcome.ContentGone _ -> new NotStored(clientId, "content-destroyed");
            case SendOutcome.Empty _ -> new NotStored(clientId, "empty");
            case SendOutcome.TooLong _ -> new NotStored(clientId, "too-long");
        };
    }

    private static boolean isRefusal(@Nullable Throwable failure) {
        return failure instanceof AccessDenied
                || failure instanceof CompletionException wrapped && wrapped.getCause() instanceof AccessDenied;
    }
}
