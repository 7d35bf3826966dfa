package health.visavis.azure.acs.store;

import health.visavis.kernel.VisitId;
import health.visavis.visit.CallSeen;
import health.visavis.visit.CallSeen.Attendance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The calls of our rooms as the vendor's news tells them, in whatever order it came.
@Component
public class AcsCallsSeen {

    private final JdbcClient jdbc;

    AcsCallsSeen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean hasRooms(String engine) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM acs_room WHERE engine = ?)")
                .param(engine)
                .query(Boolean.class)
                .single();
    }

    public Optional<VisitId> visitIn(String room) {
        return jdbc.sql("SELECT visit_id FROM acs_room WHERE room_id = ? LIMIT 1")
                .param(room)
                .query((row, number) -> new VisitId(row.getObject("visit_id", UUID.class)))
                .optional();
    }

    /// Empty until the vendor has told anything of it.
    public Optional<CallSeen> of(VisitId visit, int rung) {
        return jdbc.sql("""
                        SELECT room.room_id, min(news.happened_at) FILTER (WHERE news.kind = 'CALL_BEGAN') AS began,
                               max(news.happened_at) FILTER (WHERE news.kind = 'CALL_OVER') AS ended
                          FROM acs_room room
                          JOIN acs_news news ON news.about = room.room_id
                         WHERE room.visit_id = ? AND room.rung = ?
                         GROUP BY room.room_id
                        """)
                .params(visit.value(), rung)
                .query((row, number) -> new CallSeen(
                        instant(row, "began"), instant(row, "ended"), attendances(row.getString("room_id"))))
                .optional();
    }

    /// Who came back is there twice: each coming belongs to the leaving that follows it.
    private List<Attendance> attendances(String room) {
        return jdbc.sql("""
                        SELECT guest.seat_id, came.happened_at AS came,
                               (SELECT min(gone.happened_at) FROM acs_news gone
                                 WHERE gone.about = came.about AND gone.acs_user = came.acs_user AND gone.kind = 'LEFT'
                                   AND gone.happened_at >= came.happened_at) AS gone
                          FROM acs_news came
                          JOIN acs_user guest ON guest.acs_id = came.acs_user
                         WHERE came.about = ? AND came.kind = 'CAME'
                         ORDER BY came.happened_at, guest.seat_id
                        """)
                .param(room)
                .query((row, number) -> new Attendance(
                        row.getObject("seat_id", UUID.class),
                        row.getTimestamp("came").toInstant(),
                        instant(row, "gone")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
