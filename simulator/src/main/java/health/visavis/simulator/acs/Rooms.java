package health.visavis.simulator.acs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.visavis.simulator.http.Answer;
import health.visavis.simulator.http.Json;
import health.visavis.simulator.http.Question;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Rooms, who may enter them, and when.
public final class Rooms {

    /// @param participants raw identifier to role
    public record Room(
            String id,
            Instant createdAt,
            Instant from,
            Instant until,
            boolean dialOut,
            Map<String, String> participants) {

        public Room {
            participants = Map.copyOf(participants);
        }
    }

    private static final Duration LONGEST = Duration.ofDays(180);
    private static final Pattern USER = Pattern.compile("8:acs:[0-9a-fA-F-]{36}_[0-9a-fA-F-]{8,36}");
    private static final List<String> ROLES = List.of("Presenter", "Attendee", "Consumer");

    private final Clock clock;
    private final Random random = new Random();
    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private final Map<String, String> repeated = new LinkedHashMap<>();
    private volatile Paging paging = new Paging(100, false);

    Rooms(Clock clock) {
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/rooms", (question, none) -> create(question)),
                Route.of("GET", "/rooms", (question, none) -> list(question)),
                Route.of("GET", "/rooms/{}", (question, id) -> within(id, room -> Answer.of(200, described(room)))),
                Route.of("PATCH", "/rooms/{}", (question, id) -> within(id, room -> update(room, question.json()))),
                Route.of("DELETE", "/rooms/{}", (question, id) -> within(id, this::delete)),
                Route.of(
                        "GET",
                        "/rooms/{}/participants",
                        (question, id) -> within(id, room -> participants(room, question))),
                Route.of(
                        "PATCH",
                        "/rooms/{}/participants",
                        (question, id) -> within(id, room -> updateParticipants(room, question.json()))));
    }

    public synchronized List<Room> all() {
        return List.copyOf(rooms.values());
    }

    public synchronized Optional<Room> find(String id) {
        return Optional.ofNullable(rooms.get(id));
    }

    /// How lists are cut into pages from now on.
    public void paging(Paging paging) {
        this.paging = paging;
    }

    @FunctionalInterface
    private interface Step {

        Answer on(Room room);
    }

    private synchronized Answer within(String id, Step step) {
        if (!id.chars().allMatch(Character::isDigit)) {
            return Problem.badRequest("Invalid room ID.");
        }
        if (id.length() < 15 || id.length() > 20) {
            return Problem.badRequest("Invalid room ID length.");
        }
        var room = rooms.get(id);
        return room == null ? Problem.notFound() : step.on(room);
    }

    /// A second request with the same id has the answer of the first, and no second room.
    private synchronized Answer create(Question question) {
        var requestId = question.header("Repeatability-Request-ID");
        var firstSent = question.header("Repeatability-First-Sent");
        if (requestId != null && !Times.isHttpDate(firstSent)) {
            return Problem.badRequest("Repeatability-First-Sent is missing or malformed.");
        }
        var before = requestId == null ? null : rooms.get(repeated.get(requestId));
        if (before != null) {
            return created(before);
        }
        var body = question.json();
        var now = clock.instant();
        var from = Objects.requireNonNullElse(Times.read(body.path("validFrom")), now);
        var until = Objects.requireNonNullElse(Times.read(body.path("validUntil")), from.plus(LONGEST));
        var refusal = refusal(from, until, now);
        if (refusal != null) {
            return refusal;
        }
        var participants = new LinkedHashMap<String, String>();
        if (!merge(participants, body.path("participants"))) {
            return Problem.badRequest("Invalid format for communication identifier.");
        }
        var room = new Room(
                "99" + (100_000_000_000_000L + random.nextLong(899_999_999_999_999L)),
                now,
                from,
                until,
                body.path("pstnDialOutEnabled").asBoolean(false),
                participants);
        rooms.put(room.id(), room);
        if (requestId != null) {
            repeated.put(requestId, room.id());
        }
        return created(room);
    }

    private static Answer created(Room room) {
        return Answer.of(201, described(room)).with("Location", room.id()).with("Repeatability-Result", "accepted");
    }

    private Answer update(Room room, JsonNode body) {
        var from = Objects.requireNonNullElse(Times.read(body.path("validFrom")), room.from());
        var until = Objects.requireNonNullElse(Times.read(body.path("validUntil")), room.until());
        var refusal = refusal(from, until, clock.instant());
        if (refusal != null && (body.has("validFrom") || body.has("validUntil"))) {
            return refusal;
        }
        var dialOut = body.path("pstnDialOutEnabled").asBoolean(room.dialOut());
        var updated = new Room(room.id(), room.createdAt(), from, until, dialOut, room.participants());
        rooms.put(room.id(), updated);
        return Answer.of(200, described(updated));
    }

    private Answer delete(Room room) {
        rooms.remove(room.id());
        return Answer.of(204);
    }

    private Answer updateParticipants(Room room, JsonNode body) {
        var participants = new LinkedHashMap<>(room.participants());
        if (!merge(participants, body.path("participants"))) {
            return Problem.badRequest("Invalid value for the Participants.");
        }
        rooms.put(
                room.id(),
                new Room(room.id(), room.createdAt(), room.from(), room.until(), room.dialOut(), participants));
        return Answer.of(200, Json.object());
    }

    /// A null removes, whoever it names; a participant without a role attends.
    private static boolean merge(Map<String, String> participants, JsonNode patch) {
        for (var entry : patch.properties()) {
            if (!USER.matcher(entry.getKey()).matches()) {
                return false;
            }
            if (entry.getValue().isNull()) {
                participants.remove(entry.getKey());
                continue;
            }
            var role = entry.getValue().path("role").asText("Attendee");
            if (!ROLES.contains(role)) {
                return false;
            }
            participants.put(entry.getKey(), role);
        }
        return true;
    }

    private static @Nullable Answer refusal(Instant from, Instant until, Instant now) {
        if (from.isAfter(now.plus(LONGEST))) {
            return Problem.detailed("ValidFrom", "Value is incorrect or more than 180 days in the future.");
        }
        if (!until.isAfter(now)) {
            return Problem.detailed("ValidUntil", "The time range end is in the past.");
        }
        if (!until.isAfter(from) || Duration.between(from, until).compareTo(LONGEST) > 0) {
            return Problem.detailed("ValidUntil", "The time range is incorrect, or larger than 180 days.");
        }
        return null;
    }

    private synchronized Answer list(Question question) {
        return Answer.of(
                200, paging.page(question, all().stream().map(Rooms::described).toList()));
    }

    private Answer participants(Room room, Question question) {
        var described = new ArrayList<ObjectNode>();
        room.participants()
                .forEach((id, role) ->
                        described.add(Json.object().put("rawId", id).put("role", role)));
        return Answer.of(200, paging.page(question, described));
    }

    private static ObjectNode described(Room room) {
        return Json.object()
                .put("id", room.id())
                .put("createdAt", Times.written(room.createdAt()))
                .put("validFrom", Times.written(room.from()))
                .put("validUntil", Times.written(room.until()))
                .put("pstnDialOutEnabled", room.dialOut());
    }
}
