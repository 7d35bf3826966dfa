package health.visavis.azure.acs;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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

    /// @param request the same one connects once, from whichever instance it comes
    /// @param callback where the service tells what becomes of the call
    AcsCall connect(UUID request, Instant firstSentAt, AcsRoomId room, URI callback) {
        var answer = channel.send(new AcsRequest(AcsOperation.CONNECT_TO_ROOM)
                .repeatable(request, firstSentAt)
                .with(Map.of(
                        "callLocator",
                        Map.of("kind", "roomCallLocator", "roomId", room.value()),
                        "callbackUri",
                        callback.toString(),
                        "operationContext",
                        request.toString())));
        return new AcsCall(answer.text("callConnectionId"), answer.text("serverCallId"));
    }

    /// Rings a telephone; once it is answered, others can be rung into the call.
    ///
    /// @param request the same one rings once, from whichever instance it comes
    /// @param context comes back with the news of it
    AcsCall call(UUID request, String number, String callerId, URI callback, String context) {
        var answer = channel.send(new AcsRequest(AcsOperation.CREATE_CALL)
                .repeatable(request, clock.instant())
                .with(Map.of(
                        "targets", List.of(telephone(number)),
                        "sourceCallerIdNumber", Map.of("value", callerId),
                        "callbackUri", callback.toString(),
                        "operationContext", context)));
        return new AcsCall(answer.text("callConnectionId"), answer.text("serverCallId"));
    }

    /// Rings a telephone into a call.
    ///
    /// @param request the same one rings once, from whichever instance it comes
    /// @param number in E.164 form, checked by the caller
    /// @param callerId our own number, which the telephone shows
    /// @param context comes back with the news of it
    void ring(UUID request, String connectionId, String number, String callerId, String context) {
        channel.send(new AcsRequest(AcsOperation.ADD_TO_CALL)
                .repeatable(request, clock.instant())
                .about(connectionId)
                .with(Map.of(
                        "participantToAdd",
                        telephone(number),
                        "sourceCallerIdNumber",
                        Map.of("value", callerId),
                        "invitationTimeoutInSeconds",
                        RINGS_SECONDS,
                        "operationContext",
                        context)));
    }

    /// Leaves; the others go on.
    void hangUp(String connectionId) {
        channel.send(new AcsRequest(AcsOperation.HANG_UP).about(connectionId));
    }

    /// Ends the call for everybody in it.
    void end(String connectionId) {
        channel.send(once(AcsOperation.END_CALL).about(connectionId));
    }

    private static Map<String, Object> telephone(String number) {
        return Map.of("kind", "phoneNumber", "phoneNumber", Map.of("value", number));
    }

    private AcsRequest once(AcsOperation operation) {
        return new AcsRequest(operation).repeatable(UUID.randomUUID(), clock.instant());
    }
}
