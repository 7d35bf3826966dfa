package health.visavis.azure.acs;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/// The server's own part in a call: it joins the call of a room, rings a telephone into it, and leaves.
final class AcsCallAutomation {

    private static final int RINGS_SECONDS = 45;

    private final AcsChannel channel;
    private final Clock clock;

    AcsCallAutomation(AcsChannel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /// @param callback where the service tells what becomes of the call
    AcsCall connect(AcsRoomId room, URI callback) {
        var answer = channel.send(once(AcsOperation.CONNECT_TO_ROOM)
                .with(Map.of(
                        "callLocator", Map.of("kind", "roomCallLocator", "roomId", room.value()),
                        "callbackUri", callback.toString())));
        return new AcsCall(answer.text("callConnectionId"), answer.text("serverCallId"));
    }

    /// Rings a telephone once, however often the request has to be repeated.
    ///
    /// @param number in E.164 form, checked by the caller
    /// @param callerId our own number, which the telephone shows
    /// @param context comes back with the news of it
    void ring(AcsCall call, String number, String callerId, String context) {
        channel.send(once(AcsOperation.ADD_TO_CALL)
                .about(call.connectionId())
                .with(Map.of(
                        "participantToAdd",
                        Map.of("kind", "phoneNumber", "phoneNumber", Map.of("value", number)),
                        "sourceCallerIdNumber",
                        Map.of("value", callerId),
                        "invitationTimeoutInSeconds",
                        RINGS_SECONDS,
                        "operationContext",
                        context)));
    }

    /// Leaves; the others go on.
    void hangUp(AcsCall call) {
        channel.send(new AcsRequest(AcsOperation.HANG_UP).about(call.connectionId()));
    }

    private AcsRequest once(AcsOperation operation) {
        return new AcsRequest(operation).repeatable(UUID.randomUUID(), clock.instant());
    }
}
