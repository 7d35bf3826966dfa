package health.visavis.simulator.news;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.visavis.simulator.http.Json;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A system topic of Communication Services: cloud events with the fields of Microsoft's own samples, kept, and handed
/// to whoever subscribes. Media is not simulated, so somebody else says when a call begins and who comes.
public final class EventGrid {

    private static final String SOURCE =
            "/subscriptions/simulated/resourceGroups/simulated/providers/microsoft.communication/communicationservices/simulated";

    private final Clock clock;
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final List<Consumer<JsonNode>> subscribers = new CopyOnWriteArrayList<>();

    public EventGrid(Clock clock) {
        this.clock = clock;
    }

    public List<JsonNode> events() {
        return List.copyOf(events);
    }

    /// From now on.
    public void subscribe(Consumer<JsonNode> subscriber) {
        subscribers.add(subscriber);
    }

    public void callStarted(String room, String by) {
        tell("CallStarted", "call/" + room, call(room).set("startedBy", user(by)));
    }

    public void callEnded(String room, Duration lasted) {
        tell("CallEnded", "call/" + room, call(room).put("durationOfCall", lasted.toMillis() / 1000.0));
    }

    public void participantAdded(String room, String user) {
        tell(
                "CallParticipantAdded",
                "call/" + room + "/participant/" + user,
                call(room).set("user", user(user)));
    }

    public void participantRemoved(String room, String user) {
        tell(
                "CallParticipantRemoved",
                "call/" + room + "/participant/" + user,
                call(room).set("user", user(user)));
    }

    /// @param file its id
    /// @param at the address of the store in which it lies
    public void recordingReady(String recording, Duration length, String file, URI at) {
        var content = at.resolve("/v1/objects/" + file + "/content/").toString();
        var data = Json.object()
                .put("recordingStartTime", now())
                .put("recordingDurationMs", length.toMillis())
                .put("sessionEndReason", "CallEnded")
                .put("recordingContentType", "AudioVideo")
                .put("recordingChannelType", "Mixed")
                .put("recordingFormatType", "Mp4");
        data.putObject("recordingStorageInfo")
                .putArray("recordingChunks")
                .addObject()
                .put("documentId", file)
                .put("index", 0)
                .put("endReason", "SessionEnded")
                .put("contentLocation", content + "video")
                .put("metadataLocation", content + "acsmetadata")
                .put("deleteLocation", content + "deletedata");
        tell("RecordingFileStatusUpdated", "/recording/call/simulated/recordingId/" + recording, data);
    }

    /// SMS reports write their names large, and have the message's id for an id of their own.
    public void smsReport(String messageId, String from, String to, boolean delivered) {
        var data = Json.object()
                .put("MessageId", messageId)
                .put("From", from)
                .put("To", to)
                .put("DeliveryStatus", delivered ? "Delivered" : "Failed")
                .put("DeliveryStatusDetails", delivered ? "No error." : "Destination number is unreachable.")
                .put("ReceivedTimestamp", now());
        data.putArray("DeliveryAttempts");
        tell(event(messageId, "SMSDeliveryReportReceived", "/phonenumber/" + from.substring(1), data));
    }

    public void mailReport(String messageId, String sender, String recipient, boolean delivered) {
        tell(
                "EmailDeliveryReportReceived",
                "sender/" + sender + "/message/" + messageId,
                Json.object()
                        .put("sender", sender)
                        .put("recipient", recipient)
                        .put("messageId", messageId)
                        .put("status", delivered ? "Delivered" : "Bounced")
                        .put("deliveryAttemptTimeStamp", now()));
    }

    private ObjectNode call(String room) {
        var data = Json.object()
                .put(
                        "serverCallId",
                        Base64.getEncoder().encodeToString(room.getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .put("isTwoParty", false)
                .put("correlationId", UUID.randomUUID().toString())
                .put("isRoomsCall", true);
        data.putObject("room").put("id", room);
        return data;
    }

    private static ObjectNode user(String id) {
        var user = Json.object().put("rawId", id);
        user.putObject("communicationUser").put("id", id);
        return user;
    }

    private void tell(String kind, String subject, JsonNode data) {
        tell(event(UUID.randomUUID().toString(), kind, subject, data));
    }

    private ObjectNode event(String id, String kind, String subject, JsonNode data) {
        var event = Json.object()
                .put("id", id)
                .put("source", SOURCE)
                .put("subject", subject)
                .put("type", "Microsoft.Communication." + kind)
                .put("time", now())
                .put("specversion", "1.0");
        event.set("data", data);
        return event;
    }

    private void tell(JsonNode event) {
        events.add(event);
        subscribers.forEach(subscriber -> subscriber.accept(event));
    }

    private String now() {
        return clock.instant().toString();
    }
}
