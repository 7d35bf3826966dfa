package health.visavis.azure.acs;

import health.visavis.kernel.TimeSlot;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rooms, when they are open, and who may enter. A room has no lobby: whoever is named may come in, so nobody is
/// named before they are admitted.
final class AcsRooms {

    enum Role {
        PRESENTER("Presenter"),
        ATTENDEE("Attendee");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        static Role of(String word) {
            return word.equals(PRESENTER.word) ? PRESENTER : ATTENDEE;
        }
    }

    private final AcsChannel channel;

    AcsRooms(AcsChannel channel) {
        this.channel = channel;
    }

    /// The same request id makes the same room. Telephones may be called from it.
    AcsRoomId create(TimeSlot open, UUID requestId, Instant firstSent) {
        var answer = channel.send(new AcsRequest(AcsOperation.CREATE_ROOM)
                .repeatable(requestId, firstSent)
                .with(Map.of(
                        "validFrom", open.start().toString(),
                        "validUntil", open.end().toString(),
                        "pstnDialOutEnabled", true)));
        return new AcsRoomId(answer.text("id"));
    }

    Map<AcsUserId, Role> participants(AcsRoomId room) {
        var participants = new LinkedHashMap<AcsUserId, Role>();
        var request = new AcsRequest(AcsOperation.LIST_PARTICIPANTS).about(room.value());
        @Nullable String next;
        do {
            var page = channel.send(request);
            page.all("value")
                    .forEach(
                            entry -> participants.put(new AcsUserId(entry.text("rawId")), Role.of(entry.text("role"))));
            next = page.optional("nextLink");
            if (next != null) {
                request = request.at(URI.create(next));
            }
        } while (next != null);
        return participants;
    }

    void let(AcsRoomId room, AcsUserId user, Role role) {
        update(room, Map.of(user.value(), Map.of("role", role.word)));
    }

    /// Who is not there is removed already.
    void remove(AcsRoomId room, AcsUserId user) {
        var removal = new HashMap<String, @Nullable Object>();
        removal.put(user.value(), null);
        update(room, removal);
    }

    void delete(AcsRoomId room) {
        channel.send(new AcsRequest(AcsOperation.DELETE_ROOM).about(room.value()));
    }

    private void update(AcsRoomId room, Map<String, ? extends @Nullable Object> participants) {
        channel.send(new AcsRequest(AcsOperation.UPDATE_PARTICIPANTS)
                .about(room.value())
                .patching(Map.of("participants", participants)));
    }
}
