package health.visavis.azure.acs.store;

import health.visavis.kernel.TimeOrderedId;
import health.visavis.visit.EngineName;
import health.visavis.visit.LinePlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rooms and users at the vendor, each written down before it is asked for and again when the answer is there. No
/// statement waits for the vendor, so none is part of a transaction.
public final class AcsLines {

    /// @param id also the id of the request that makes the room
    /// @param roomId what the vendor calls it, once it has answered
    public record Room(
            UUID id, Instant firstSentAt, @Nullable String roomId) {}

    /// @param user our number of it
    /// @param acsId what the vendor calls it
    public record User(
            EngineName engine, UUID user, @Nullable String roomId, String acsId) {}

    private final JdbcClient jdbc;

    public AcsLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The room of this plan; the first who asks makes the request, everybody else finds it.
    public Room plan(EngineName engine, LinePlan plan, Instant at) {
        jdbc.sql("""
                        INSERT INTO acs_room (id, engine, visit_id, rung, first_sent_at, valid_until)
                        VALUES (:id, :engine, :visit, :rung, :at, :until)
                        ON CONFLICT (engine, visit_id, rung) DO NOTHING
                        """)
                .param("id", UUID.randomUUID())
                .param("engine", engine.value())
                .param("visit", plan.visit().value())
                .param("rung", plan.rung())
                .param("at", Timestamp.from(at))
                .param("until", Timestamp.from(plan.window().end()))
                .update();
        return jdbc.sql("""
                        SELECT id, first_sent_at, room_id FROM acs_room
                         WHERE engine = :engine AND visit_id = :visit AND rung = :rung
                        """)
                .param("engine", engine.value())
                .param("visit", plan.visit().value())
                .param("rung", plan.rung())
                .query((row, number) -> room(row))
                .single();
    }

    public void made(Room room, String roomId) {
        jdbc.sql("UPDATE acs_room SET room_id = ? WHERE id = ?")
                .param(roomId)
                .param(room.id())
                .update();
    }

    public void closed(EngineName engine, String roomId, Instant at) {
        jdbc.sql("UPDATE acs_room SET closed_at = ? WHERE engine = ? AND room_id = ? AND closed_at IS NULL")
                .param(Timestamp.from(at))
                .param(engine.value())
                .param(roomId)
                .update();
    }

    /// Who sits there now and was not deleted: what a failed attempt has left is used, not left lying.
    public Optional<String> userAt(EngineName engine, String roomId, UUID seat) {
        return jdbc.sql("""
                        SELECT u.acs_id FROM acs_user u JOIN acs_room r ON r.id = u.room
                         WHERE r.engine = ? AND r.room_id = ? AND u.seat_id = ?
                           AND u.acs_id IS NOT NULL AND u.deleted_at IS NULL
                         ORDER BY u.asked_at DESC LIMIT 1
                        """)
                .param(engine.value())
                .param(roomId)
                .param(seat)
                .query(String.class)
                .optional();
    }

    /// Before the request: from here on it is known that a user may exist.
    public UUID asking(EngineName engine, String roomId, UUID seat, Instant at) {
        var user = TimeOrderedId.next();
        var rows = jdbc.sql("""
                        INSERT INTO acs_user (id, room, seat_id, asked_at)
                        SELECT :user, id, :seat, :at FROM acs_room
                         WHERE engine = :engine AND room_id = :room AND closed_at IS NULL
                        """)
                .param("user", user)
                .param("seat", seat)
                .param("at", Timestamp.from(at))
                .param("engine", engine.value())
                .param("room", roomId)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("A user was asked for in a room that is not open");
        }
        return user;
    }

    public void answered(UUID user, String acsId) {
        jdbc.sql("UPDATE acs_user SET acs_id = ? WHERE id = ?")
                .param(acsId)
                .param(user)
                .update();
    }

    /// Whether a token may be asked for: the user is of this room, and neither is over.
    public boolean isCurrent(EngineName engine, String roomId, String acsId) {
        return jdbc.sql("""
                        SELECT count(*) FROM acs_user u JOIN acs_room r ON r.id = u.room
                         WHERE r.engine = ? AND r.room_id = ? AND r.closed_at IS NULL
                           AND u.acs_id = ? AND u.deleted_at IS NULL
                        """)
                        .param(engine.value())
                        .param(roomId)
                        .param(acsId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public void deleted(String acsId, Instant at) {
        jdbc.sql("UPDATE acs_user SET deleted_at = ? WHERE acs_id = ? AND deleted_at IS NULL")
                .param(Timestamp.from(at))
                .param(acsId)
                .update();
    }

    public List<User> usersIn(EngineName engine, String roomId) {
        return jdbc.sql("""
                        SELECT r.engine, u.id, r.room_id, u.acs_id FROM acs_user u JOIN acs_room r ON r.id = u.room
                         WHERE r.engine = ? AND r.room_id = ? AND u.acs_id IS NOT NULL AND u.deleted_at IS NULL
                        """)
                .param(engine.value())
                .param(roomId)
                .query((row, number) -> user(row))
                .list();
    }

    /// Rooms that should not exist any more: never closed, and past their window.
    public List<String> overdueRooms(EngineName engine, Instant now) {
        return jdbc.sql("""
                        SELECT room_id FROM acs_room
                         WHERE engine = ? AND room_id IS NOT NULL AND closed_at IS NULL AND valid_until <= ?
                        """)
                .param(engine.value())
                .param(Timestamp.from(now))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /// Users whose room is closed and who were not deleted with it.
    public List<User> orphans(EngineName engine) {
        return jdbc.sql("""
                        SELECT r.engine, u.id, r.room_id, u.acs_id FROM acs_user u JOIN acs_room r ON r.id = u.room
                         WHERE r.engine = ? AND r.closed_at IS NOT NULL
                           AND u.acs_id IS NOT NULL AND u.deleted_at IS NULL
                        """)
                .param(engine.value())
                .query((row, number) -> user(row))
                .list();
    }

    private static Room room(ResultSet row) throws SQLException {
        return new Room(
                row.getObject("id", UUID.class),
                row.getTimestamp("first_sent_at").toInstant(),
                row.getString("room_id"));
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                new EngineName(row.getString("engine")),
                row.getObject("id", UUID.class),
                row.getString("room_id"),
                row.getString("acs_id"));
    }
}
