package health.visavis.visit.store;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.VisitId;
import health.visavis.visit.CallSeen;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.domain.SeatId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class Seats {

    private static final String COLUMNS = "id, visit_id, person_id, part, epoch";

    private final JdbcClient jdbc;

    Seats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The person's seat, whether or not they sit on it now.
    public Optional<Seat> of(VisitId visit, PersonId person) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM visit_seat WHERE visit_id = ? AND person_id = ?")
                .params(visit.value(), person.value())
                .query(Seats::seat)
                .optional();
    }

    /// The seat with this id while somebody sits on it.
    public Optional<Seat> held(SeatId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM visit_seat WHERE id = ? AND left_at IS NULL")
                .param(id.value())
                .query(Seats::seat)
                .optional();
    }

    public Optional<Seat> held(VisitId visit, PersonId person) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM visit_seat WHERE visit_id = ? AND person_id = ? AND left_at IS NULL
                        """)
                .params(visit.value(), person.value())
                .query(Seats::seat)
                .optional();
    }

    /// In whichever visits.
    public List<Seat> heldBy(PersonId person) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM visit_seat WHERE person_id = ? AND left_at IS NULL")
                .param(person.value())
                .query(Seats::seat)
                .list();
    }

    public List<Seat> held(VisitId visit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM visit_seat WHERE visit_id = ? AND left_at IS NULL ORDER BY id")
                .param(visit.value())
                .query(Seats::seat)
                .list();
    }

    public Optional<Seat> find(SeatId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM visit_seat WHERE id = ?")
                .param(id.value())
                .query(Seats::seat)
                .optional();
    }

    /// Whether somebody sits there at this epoch; it stays so until this transaction ends.
    public boolean lockHeld(SeatId id, int epoch) {
        return jdbc.sql("SELECT id FROM visit_seat WHERE id = ? AND epoch = ? AND left_at IS NULL FOR UPDATE")
                .params(id.value(), epoch)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    public void take(Seat seat, Instant at) {
        jdbc.sql("""
                        INSERT INTO visit_seat (id, visit_id, person_id, part, epoch, taken_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (visit_id, person_id)
                        DO UPDATE SET epoch = excluded.epoch, taken_at = excluded.taken_at, left_at = NULL,
                                      hand_raised_at = NULL
                        """)
                .params(
                        seat.id().value(),
                        seat.visit().value(),
                        seat.person().value(),
                        seat.part().name(),
                        seat.epoch(),
                        Timestamp.from(at))
                .update();
        endStay(seat, at);
        jdbc.sql("INSERT INTO visit_stay (seat_id, epoch, came_at) VALUES (?, ?, ?)")
                .params(seat.id().value(), seat.epoch(), Timestamp.from(at))
                .update();
    }

    public void leave(Seat seat, Instant at) {
        jdbc.sql(
                        "UPDATE visit_seat SET left_at = ?, hand_raised_at = NULL WHERE id = ? AND epoch = ? AND left_at IS NULL")
                .params(Timestamp.from(at), seat.id().value(), seat.epoch())
                .update();
        endStay(seat, at);
    }

    /// Who sat in the call during this span, cut to it; a seat that was taken over without a moment between is one stay
    /// for each time.
    public List<CallSeen.Attendance> staysWithin(VisitId visit, Calls.Span span) {
        return jdbc.sql("""
                        SELECT stay.seat_id, greatest(stay.came_at, :began) AS came_at,
                               least(stay.left_at, CAST(:ended AS timestamptz)) AS left_at
                          FROM visit_stay stay
                          JOIN visit_seat seat ON seat.id = stay.seat_id
                         WHERE seat.visit_id = :visit
                           AND coalesce(stay.left_at, 'infinity') >= :began
                           AND stay.came_at <= coalesce(CAST(:ended AS timestamptz), 'infinity')
                         ORDER BY stay.came_at, stay.seat_id
                        """)
                .param("visit", visit.value())
                .param("began", Timestamp.from(span.beganAt()))
                .param("ended", span.endedAt() == null ? null : span.endedAt().atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    var left = row.getTimestamp("left_at");
                    return new CallSeen.Attendance(
                            row.getObject("seat_id", UUID.class),
                            row.getTimestamp("came_at").toInstant(),
                            left == null ? null : left.toInstant());
                })
                .list();
    }

    /// What each seat of a visit is in it.
    public Map<UUID, String> parts(VisitId visit) {
        var parts = new HashMap<UUID, String>();
        jdbc.sql("SELECT id, part FROM visit_seat WHERE visit_id = ?")
                .param(visit.value())
                .query(row -> {
                    parts.put(row.getObject("id", UUID.class), row.getString("part"));
                });
        return Map.copyOf(parts);
    }

    private void endStay(Seat seat, Instant at) {
        jdbc.sql("UPDATE visit_stay SET left_at = ? WHERE seat_id = ? AND left_at IS NULL")
                .params(Timestamp.from(at), seat.id().value())
                .update();
    }

    /// Raises or lowers a hand.
    ///
    /// @param at since when; null lowers it
    /// @return whether that changed anything
    public boolean hand(SeatId id, @Nullable Instant at) {
        return jdbc.sql("""
                        UPDATE visit_seat SET hand_raised_at = :at
                         WHERE id = :id AND left_at IS NULL AND (hand_raised_at IS NULL) = (CAST(:at AS timestamptz) IS NOT NULL)
                        """)
                        .param("at", at == null ? null : Timestamp.from(at), Types.TIMESTAMP)
                        .param("id", id.value())
                        .update()
                > 0;
    }

    public Optional<Instant> handOf(SeatId id) {
        return jdbc.sql("SELECT hand_raised_at FROM visit_seat WHERE id = ? AND hand_raised_at IS NOT NULL")
                .param(id.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    private static Seat seat(ResultSet row, int number) throws SQLException {
        return new Seat(
                new SeatId(row.getObject("id", UUID.class)),
                new VisitId(row.getObject("visit_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                Seat.Part.valueOf(row.getString("part")),
                row.getInt("epoch"));
    }
}
