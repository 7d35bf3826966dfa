package health.visavis.azure.acs.news;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import health.visavis.azure.acs.news.AcsNews.Step;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads a delivery in any of its forms: CloudEvents or Event Grid's own schema, one event or several. Names are
/// compared without case, because SMS reports write theirs large.
public final class NewsReader {

    /// A delivery that is none, or more than there can be.
    public static final class Unreadable extends RuntimeException {

        Unreadable() {
            super("A delivery could not be read");
        }
    }

    /// Event Grid delivers at most a megabyte.
    static final int LARGEST = 1024 * 1024;

    private static final int MOST = 5_000;
    private static final int LONGEST_ID = 300;
    /// The service is younger, and no clock is this wrong.
    private static final Instant EARLIEST = Instant.parse("2015-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final String OURS = "Microsoft.Communication.";

    /// SIP: busy here, busy everywhere.
    private static final Set<Integer> BUSY = Set.of(486, 600);

    private NewsReader() {}

    public static List<AcsNews> read(byte[] delivery) {
        if (delivery.length > LARGEST) {
            throw new Unreadable();
        }
        try (JsonReader reader = JsonProviders.createReader(delivery)) {
            var events = reader.readUntyped() instanceof List<?> several ? several : List.of(single(delivery));
            if (events.size() > MOST) {
                throw new Unreadable();
            }
            return events.stream().map(NewsReader::event).toList();
        } catch (IOException
                | IllegalStateException
                | DateTimeException
                | ClassCastException
                | ArithmeticException wrong) {
            throw new Unreadable();
        }
    }

    /// The code that Event Grid wants back before it delivers anything; null for every other delivery.
    public static @Nullable String validationCode(byte[] delivery) {
        if (delivery.length > LARGEST) {
            throw new Unreadable();
        }
        try (JsonReader reader = JsonProviders.createReader(delivery)) {
            return reader.readUntyped() instanceof List<?> events
                            && !events.isEmpty()
                            && "Microsoft.EventGrid.SubscriptionValidationEvent"
                                    .equals(at(events.getFirst(), "eventType"))
                    ? text(events.getFirst(), "data", "validationCode")
                    : null;
        } catch (IOException | IllegalStateException wrong) {
            throw new Unreadable();
        }
    }

    private static Object single(byte[] delivery) throws IOException {
        try (JsonReader reader = JsonProviders.createReader(delivery)) {
            var event = reader.readUntyped();
            if (event == null) {
                throw new Unreadable();
            }
            return event;
        }
    }

    private static AcsNews event(Object event) {
        var type = at(event, "type") instanceof String cloud ? cloud : text(event, "eventType");
        var at = OffsetDateTime.parse(at(event, "time") instanceof String cloud ? cloud : text(event, "eventTime"))
                .toInstant();
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new Unreadable();
        }
        var id = text(event, "id");
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw new Unreadable();
        }
        return type.startsWith(OURS) ? ours(type.substring(OURS.length()), id, at, event) : new AcsNews.Unasked(id, at);
    }

    private static AcsNews ours(String kind, String id, Instant at, Object event) {
        return switch (kind) {
            case "CallStarted" -> new AcsNews.CallBegan(id, at, room(event));
            case "CallEnded" -> new AcsNews.CallOver(id, at, room(event), lasted(event));
            case "CallParticipantAdded" -> new AcsNews.Came(id, at, room(event), user(event));
            case "CallParticipantRemoved" -> new AcsNews.Left(id, at, room(event), user(event));
            case "RecordingFileStatusUpdated" ->
                new AcsNews.RecordingReady(
                        id,
                        at,
                        recording(event),
                        Duration.ofMillis(
                                number(event, "data", "recordingDurationMs").longValue()),
                        files(event));
            case "SMSDeliveryReportReceived" ->
                new AcsNews.SmsReported(
                        id,
                        at,
                        text(event, "data", "messageId"),
                        text(event, "data", "deliveryStatus").equalsIgnoreCase("delivered"));
            case "EmailDeliveryReportReceived" ->
                new AcsNews.MailReported(
                        id,
                        at,
                        text(event, "data", "messageId"),
                        text(event, "data", "status").equalsIgnoreCase("delivered"));
            case "CallConnected" -> step(id, at, event, Step.CONNECTED);
            case "CallDisconnected", "CreateCallFailed", "ConnectFailed" -> step(id, at, event, Step.DISCONNECTED);
            case "AddParticipantSucceeded" -> step(id, at, event, Step.TELEPHONE_ANSWERED);
            case "RecordingStateChanged" ->
                new AcsNews.RecordingTurned(
                        id,
                        at,
                        text(event, "data", "recordingId"),
                        text(event, "data", "state").equalsIgnoreCase("active"));
            case "AddParticipantFailed" -> step(id, at, event, Step.TELEPHONE_NOT_ANSWERED);
            default -> new AcsNews.Unasked(id, at);
        };
    }

    /// The last word of `/recording/call/…/recordingId/…`.
    private static String recording(Object event) {
        var subject = text(event, "subject");
        return subject.substring(subject.lastIndexOf('/') + 1);
    }

    private static List<AcsNews.RecordedFile> files(Object event) {
        if (!(at(event, "data", "recordingStorageInfo", "recordingChunks") instanceof List<?> chunks)) {
            throw new Unreadable();
        }
        return chunks.stream()
                .map(chunk -> new AcsNews.RecordedFile(
                        text(chunk, "documentId"), address(chunk, "contentLocation"), address(chunk, "deleteLocation")))
                .toList();
    }

    private static URI address(Object chunk, String name) {
        try {
            return new URI(text(chunk, name));
        } catch (URISyntaxException none) {
            throw new Unreadable();
        }
    }

    private static AcsNews step(String id, Instant at, Object event, Step step) {
        var code = at(event, "data", "resultInformation", "code");
        return new AcsNews.CallStep(
                id,
                at,
                text(event, "data", "callConnectionId"),
                step,
                context(event),
                code instanceof Number number && BUSY.contains(number.intValue()));
    }

    private static @Nullable UUID context(Object event) {
        try {
            return at(event, "data", "operationContext") instanceof String text ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException another) {
            return null;
        }
    }

    /// Empty for a call that is not held in a room.
    private static String room(Object event) {
        return at(event, "data", "room", "id") instanceof String room ? sound(room) : "";
    }

    private static String user(Object event) {
        return at(event, "data", "user", "communicationUser", "id") instanceof String user ? sound(user) : "";
    }

    private static Duration lasted(Object event) {
        return Duration.ofMillis(
                Math.round(number(event, "data", "durationOfCall").doubleValue() * 1_000));
    }

    private static Number number(Object event, String... path) {
        if (at(event, path) instanceof Number number) {
            return number;
        }
        throw new Unreadable();
    }

    private static String text(Object event, String... path) {
        if (at(event, path) instanceof String text) {
            return sound(text);
        }
        throw new Unreadable();
    }

    /// No database keeps a zero or half a character.
    private static String sound(String text) {
        if (text.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new Unreadable();
        }
        return text;
    }

    private static @Nullable Object at(@Nullable Object event, String... path) {
        var found = event;
        for (var name : path) {
            if (!(found instanceof Map<?, ?> map)) {
                return null;
            }
            Object inside = null;
            for (var entry : map.entrySet()) {
                if (entry.getKey() instanceof String key && key.equalsIgnoreCase(name)) {
                    inside = entry.getValue();
                }
            }
            found = inside;
        }
        return found;
    }
}
