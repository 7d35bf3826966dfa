package health.visavis.visit.store;

import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.domain.SeatId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What engines opened for visits and whom they know there, by the engines' own references.
@Component
public class Lines {

    /// A guest who has to be taken off a line, or a line to be closed, at an engine.
    public record Leftover(VisitId visit, int rung, String engine, String line, UUID seat, String guest) {}

    public record OpenLine(VisitId visit, int rung, String engine, String line) {}

    private final JdbcClient jdbc;

    Lines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> line(VisitId visit, int rung) {
        return jdbc.sql("SELECT line FROM visit_rung WHERE visit_id = ? AND number = ? AND line IS NOT NULL")
                .params(visit.value(), rung)
                .query(String.class)
                .optional();
    }

    /// @return whether it is ours: somebody else may have opened it at the same moment
    public boolean keepLine(VisitId visit, int rung, String line) {
        return jdbc.sql("UPDATE visit_rung SET line = ? WHERE visit_id = ? AND number = ? AND line IS NULL")
                        .params(line, visit.value(), rung)
                        .update()
                > 0;
    }

    public Optional<String> guest(VisitId visit, int rung, SeatId seat) {
        return jdbc.sql("""
                        SELECT reference FROM visit_guest
                         WHERE visit_id = ? AND rung = ? AND seat_id = ? AND dismissed_at IS NULL
                        """)
                .params(visit.value(), rung, seat.value())
                .query(String.class)
                .optional();
    }

    /// @return whether it is ours: the same person may have sat down twice at the same moment
    public boolean keepGuest(VisitId visit, int rung, SeatId seat, String reference, Instant at) {
        return jdbc.sql("""
                        INSERT INTO visit_guest (visit_id, rung, seat_id, reference, enrolled_at)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                        .params(visit.value(), rung, seat.value(), reference, Timestamp.from(at))
                        .update()
                > 0;
    }

    /// They no longer count; the engine hears of it afterwards.
    ///
    /// @return whether there was anybody
    public boolean dismiss(VisitId visit, Seat.Part part, Instant at) {
        return jdbc.sql("""
                        UPDATE visit_guest guest SET dismissed_at = ?
                          FROM visit_seat seat
                         WHERE guest.visit_id = ? AND guest.dismissed_at IS NULL
                           AND seat.id = guest.seat_id AND seat.part = ?
                        """)
                        .params(Timestamp.from(at), visit.value(), part.name())
                        .update()
                > 0;
    }

    /// The same for one seat.
    public boolean dismiss(VisitId visit, SeatId seat, Instant at) {
        return jdbc.sql("""
                        UPDATE visit_guest SET dismissed_at = ?
                         WHERE visit_id = ? AND seat_id = ? AND dismissed_at IS NULL
                        """)
                        .params(Timestamp.from(at), visit.value(), seat.value())
                        .update()
                > 0;
    }

    /// Dismissed guests whom their engine still knows.
    public List<Leftover> dismissed(VisitId visit) {
        return jdbc.sql("""
                        SELECT guest.rung, rung.engine, rung.line, guest.seat_id, guest.reference
                          FROM visit_guest guest
                          JOIN visit_rung rung ON rung.visit_id = guest.visit_id AND rung.number = guest.rung
                         WHERE guest.visit_id = ? AND guest.dismissed_at IS NOT NULL AND guest.removed_at IS NULL
                        """)
                .param(visit.value())
                .query((row, number) -> new Leftover(
                        visit,
                        row.getInt("rung"),
                        row.getString("engine"),
                        row.getString("line"),
                        row.getObject("seat_id", UUID.class),
                        row.getString("reference")))
                .list();
    }

    public void removed(Leftover guest, Instant at) {
        jdbc.sql("""
                        UPDATE visit_guest SET removed_at = ?
                         WHERE visit_id = ? AND rung = ? AND seat_id = ? AND reference = ?
                        """)
                .params(Timestamp.from(at), guest.visit().value(), guest.rung(), guest.seat(), guest.guest())
                .update();
    }

    public List<OpenLine> open(VisitId visit) {
        return jdbc.sql("""
                        SELECT number, engine, line FROM visit_rung
                         WHERE visit_id = ? AND line IS NOT NULL AND line_closed_at IS NULL
                        """)
                .param(visit.value())
                .query((row, number) ->
                        new OpenLine(visit, row.getInt("number"), row.getString("engine"), row.getString("line")))
                .list();
    }

    public void closed(OpenLine line, Instant at) {
        jdbc.sql("UPDATE visit_rung SET line_closed_at = ? WHERE visit_id = ? AND number = ?")
                .params(Timestamp.from(at), line.visit().value(), line.rung())
                .update();
    }
}
