package health.visavis.simulator.acs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.visavis.simulator.http.Answer;
import health.visavis.simulator.http.Json;
import health.visavis.simulator.http.Question;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Call Automation: the server's own leg in a room's call, people dialled into it, and recordings of it.
public final class Calls {

    /// @param participants what was added, by raw identifier
    public record Connection(
            String id, String roomId, String serverCallId, String callbackUri, Map<String, JsonNode> participants) {

        public Connection {
            participants = new LinkedHashMap<>(participants);
        }
    }

    private static final int LONGEST_RINGING = 180;

    private final Rooms rooms;
    private final Callbacks callbacks;
    private final Map<String, Connection> connections = new LinkedHashMap<>();
    /// Telephones that do not answer, and why.
    private final Map<String, Integer> unanswered = new LinkedHashMap<>();
    /// Whether a recording runs.
    private final Map<String, Boolean> recordings = new LinkedHashMap<>();
    /// Whose recording it is.
    private final Map<String, Connection> recorded = new LinkedHashMap<>();
    /// What lies there of recordings, by the file's id.
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, Answer> repeated = new LinkedHashMap<>();

    Calls(Rooms rooms, Callbacks callbacks) {
        this.rooms = rooms;
        this.callbacks = callbacks;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                        "POST",
                        "/calling/callConnections:connect",
                        (question, none) -> once(question, () -> connect(question.json()))),
                Route.of(
                        "POST",
                        "/calling/callConnections",
                        (question, none) -> once(question, () -> create(question.json()))),
                Route.of(
                        "GET",
                        "/calling/callConnections/{}",
                        (question, id) -> within(id, call -> Answer.of(200, described(call, "connected")))),
                Route.of("DELETE", "/calling/callConnections/{}", (question, id) -> within(id, this::leave)),
                Route.of("POST", "/calling/callConnections/{}:terminate", (question, id) -> within(id, this::leave)),
                Route.of(
                        "POST",
                        "/calling/callConnections/{}/participants:add",
                        (question, id) -> once(question, () -> within(id, call -> add(call, question.json())))),
                Route.of(
                        "POST",
                        "/calling/callConnections/{}/participants:remove",
                        (question, id) -> once(question, () -> within(id, call -> remove(call, question.json())))),
                Route.of(
                        "POST",
                        "/calling/recordings",
                        (question, none) -> once(question, () -> record(question.json()))),
                Route.of("GET", "/calling/recordings/{}", (question, id) -> recorded(id, this::state)),
                Route.of("DELETE", "/calling/recordings/{}", (question, id) -> recorded(id, this::stop)),
                Route.of("POST", "/calling/recordings/{}:pause", (question, id) -> recorded(id, it -> turn(it, false))),
                Route.of(
                        "POST", "/calling/recordings/{}:resume", (question, id) -> recorded(id, it -> turn(it, true))));
    }

    public synchronized List<Connection> connections() {
        return List.copyOf(connections.values());
    }

    /// Whether a recording runs, if there is such a recording.
    public synchronized Optional<Boolean> recording(String id) {
        return Optional.ofNullable(recordings.get(id));
    }

    /// What media would have made: a file that lies there from now on.
    ///
    /// @return its id
    public synchronized String makes(byte[] content) {
        var id = "0-sim-" + UUID.randomUUID();
        files.put(id, content.clone());
        return id;
    }

    /// How many files of recordings lie there.
    public synchronized int files() {
        return files.size();
    }

    /// Where recordings are fetched and deleted. No definition describes it: as Microsoft's client asks for it.
    List<Route> fileRoutes() {
        return List.of(
                Route.of("GET", "/v1/objects/{}/content/video", (question, id) -> file(id)),
                Route.of("DELETE", "/v1/objects/{}/content/deletedata", (question, id) -> forget(id)));
    }

    private synchronized Answer file(String id) {
        return files.containsKey(id) ? Answer.ofBytes(200, "video/mp4", files.get(id)) : Problem.notFound();
    }

    private synchronized Answer forget(String id) {
        return files.remove(id) == null ? Problem.notFound() : Answer.of(200);
    }

    @FunctionalInterface
    private interface Step {

        Answer on(Connection call);
    }

    @FunctionalInterface
    private interface RecordingStep {

        Answer on(String recordingId);
    }

    /// A repeated request has the answer of the first.
    private synchronized Answer once(Question question, Supplier<Answer> doing) {
        var requestId = question.header("Repeatability-Request-ID");
        if (requestId == null) {
            return doing.get();
        }
        var before = repeated.get(requestId);
        if (before != null) {
            return before;
        }
        var answer = doing.get().with("Repeatability-Result", "accepted");
        repeated.put(requestId, answer);
        return answer;
    }

    private synchronized Answer within(String id, Step step) {
        var call = connections.get(id);
        return call == null ? Problem.of(404, "8522", "Call not found.") : step.on(call);
    }

    private synchronized Answer recorded(String id, RecordingStep step) {
        return recordings.containsKey(id) ? step.on(id) : Problem.of(404, "8522", "Recording not found.");
    }

    private synchronized Answer connect(JsonNode body) {
        var locator = body.path("callLocator");
        var roomId = locator.path("roomId").asText("");
        if (!locator.path("kind").asText().equals("roomCallLocator")
                || rooms.find(roomId).isEmpty()) {
            return Problem.of(400, "8501", "The call locator is not valid.");
        }
        var call = new Connection(
                UUID.randomUUID().toString(),
                roomId,
                Base64.getEncoder()
                        .encodeToString(("https://conv.simulator.invalid/" + roomId).getBytes(StandardCharsets.UTF_8)),
                body.path("callbackUri").asText(),
                Map.of());
        connections.put(call.id(), call);
        callbacks.about(call, "CallConnected", body.path("operationContext"), Json.object());
        return Answer.of(200, described(call, "connecting"));
    }

    /// A call without a room: the telephone rings, and answers at once unless it was told not to.
    private Answer create(JsonNode body) {
        var target = body.path("targets").path(0);
        if (target.path("phoneNumber").path("value").asText("").isEmpty()
                || body.path("sourceCallerIdNumber").path("value").isMissingNode()) {
            return Problem.of(400, "8500", "A telephone number and the source caller id number are required.");
        }
        var id = UUID.randomUUID().toString();
        var call = new Connection(id, "", id, body.path("callbackUri").asText(), Map.of());
        var identifier = identifier(target);
        call.participants().put(identifier.path("rawId").asText(), identifier);
        connections.put(id, call);
        callbacks.about(call, "CallConnected", body.path("operationContext"), Json.object());
        return Answer.of(201, described(call, "connecting"));
    }

    /// From now on this telephone does not answer, for the reason that a telephone network would give (SIP).
    public synchronized void doesNotAnswer(String number, int reason) {
        unanswered.put(number, reason);
    }

    private Answer leave(Connection call) {
        connections.remove(call.id());
        callbacks.about(call, "CallDisconnected", Json.object(), Json.object());
        return Answer.of(204);
    }

    private Answer add(Connection call, JsonNode body) {
        var target = body.path("participantToAdd");
        var phone = target.path("phoneNumber").path("value").asText("");
        if (!phone.isEmpty() && body.path("sourceCallerIdNumber").path("value").isMissingNode()) {
            return Problem.of(400, "8500", "The source caller id number is required for a phone number.");
        }
        if (body.path("invitationTimeoutInSeconds").asInt(0) > LONGEST_RINGING) {
            return Problem.of(400, "8500", "The invitation time-out is at most 180 seconds.");
        }
        if (!phone.isEmpty()
                && !call.roomId().isEmpty()
                && !rooms.find(call.roomId()).map(Rooms.Room::dialOut).orElse(false)) {
            return Problem.of(403, "8500", "Dialling out is not enabled in this room.");
        }
        var identifier = identifier(target);
        var reason = unanswered.get(phone);
        if (reason == null) {
            call.participants().put(identifier.path("rawId").asText(), identifier);
            callbacks.about(call, "AddParticipantSucceeded", body.path("operationContext"), (ObjectNode)
                    Json.object().set("participant", identifier));
        } else {
            var failed = Json.object();
            failed.set("participant", identifier);
            failed.putObject("resultInformation").put("code", reason).put("subCode", 0);
            callbacks.about(call, "AddParticipantFailed", body.path("operationContext"), failed);
        }
        var answer = Json.object();
        answer.putObject("participant").put("isMuted", false).set("identifier", identifier);
        if (body.hasNonNull("operationContext")) {
            answer.set("operationContext", body.path("operationContext"));
        }
        return Answer.of(202, answer.put("invitationId", UUID.randomUUID().toString()));
    }

    private Answer remove(Connection call, JsonNode body) {
        var identifier = identifier(body.path("participantToRemove"));
        if (call.participants().remove(identifier.path("rawId").asText()) == null) {
            return Problem.of(404, "8522", "Participant not found.");
        }
        callbacks.about(call, "RemoveParticipantSucceeded", body.path("operationContext"), (ObjectNode)
                Json.object().set("participant", identifier));
        var answer = Json.object();
        if (body.hasNonNull("operationContext")) {
            answer.set("operationContext", body.path("operationContext"));
        }
        return Answer.of(202, answer);
    }

    private static ObjectNode identifier(JsonNode given) {
        var phone = given.path("phoneNumber").path("value").asText("");
        var identifier = Json.object();
        if (phone.isEmpty()) {
            var user = given.path("communicationUser")
                    .path("id")
                    .asText(given.path("rawId").asText(""));
            identifier.put("kind", "communicationUser").put("rawId", user);
            identifier.putObject("communicationUser").put("id", user);
        } else {
            identifier.put("kind", "phoneNumber").put("rawId", "4:" + phone);
            identifier.putObject("phoneNumber").put("value", phone);
        }
        return identifier;
    }

    private synchronized Answer record(JsonNode body) {
        var locator = body.path("callLocator");
        var serverCallId = locator.path("serverCallId").asText("");
        if (!locator.path("kind").asText().equals("serverCallLocator")
                || connections.values().stream()
                        .noneMatch(call -> call.serverCallId().equals(serverCallId))) {
            return Problem.of(404, "8522", "Call not found.");
        }
        var id = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        recordings.put(id, !body.path("pauseOnStart").asBoolean(false));
        connections.values().stream()
                .filter(call -> call.serverCallId().equals(serverCallId))
                .findFirst()
                .ifPresent(call -> recorded.put(id, call));
        tell(id, Boolean.TRUE.equals(recordings.get(id)));
        // Recorded: just started, it is not active yet.
        return Answer.of(
                200,
                Json.object()
                        .put("recordingId", id)
                        .put("recordingState", "inactive")
                        .put("recordingKind", "azureCommunicationServices"));
    }

    private Answer state(String id) {
        return Answer.of(
                200,
                Json.object()
                        .put("recordingId", id)
                        .put("recordingState", Boolean.TRUE.equals(recordings.get(id)) ? "active" : "inactive")
                        .put("recordingKind", "azureCommunicationServices"));
    }

    private Answer stop(String id) {
        recordings.remove(id);
        tell(id, false);
        return Answer.of(204);
    }

    private Answer turn(String id, boolean on) {
        recordings.put(id, on);
        tell(id, on);
        return Answer.of(202);
    }

    private void tell(String id, boolean active) {
        var call = recorded.get(id);
        if (call != null) {
            callbacks.about(
                    call,
                    "RecordingStateChanged",
                    Json.object(),
                    Json.object().put("recordingId", id).put("state", active ? "active" : "inactive"));
        }
    }

    private static ObjectNode described(Connection call, String state) {
        var properties = Json.object()
                .put("callConnectionId", call.id())
                .put("serverCallId", call.serverCallId())
                .put("callConnectionState", state)
                .put("callbackUri", call.callbackUri())
                .put("correlationId", call.id());
        properties.putArray("targets");
        return properties;
    }
}
