package health.visavis.visit.store;

import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Call;
import health.visavis.visit.domain.Rung;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class Calls {

    private final JdbcClient jdbc;

    Calls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Call of(VisitId visit) {
        return jdbc.sql("""
                        SELECT call.opened_at, call.ended_at, rung.number, rung.engine, rung.reason, rung.reached_at
                          FROM visit_call call
                          JOIN visit_rung rung USING (visit_id)
                         WHERE visit_id = ?
                         ORDER BY rung.number DESC
                         LIMIT 1
                        """)
                .param(visit.value())
                .query((row, number) -> call(visit, row))
                .optional()
                .orElseGet(() -> new Call.NotOpened(visit));
    }

    public void add(Call.Open call) {
        jdbc.sql("INSERT INTO visit_call (visit_id, opened_at) VALUES (?, ?)")
                .params(call.visit().value(), Timestamp.from(call.openedAt()))
                .update();
        addRung(call);
    }

    /// The call stands on another rung now.
    public void addRung(Call.Open call) {
        var rung = call.rung();
        jdbc.sql("""
                        INSERT INTO visit_rung (visit_id, number, engine, reason, reached_at) VALUES (?, ?, ?, ?, ?)
                        """)
                .params(
                        call.visit().value(),
                        rung.number(),
                        rung.engine(),
                        rung.reason().name(),
                        Timestamp.from(rung.reachedAt()))
                .update();
    }

    public void save(Call.Ended call) {
        jdbc.sql("UPDATE visit_call SET ended_at = ? WHERE visit_id = ?")
                .params(Timestamp.from(call.endedAt()), call.visit().value())
                .update();
    }

    /// Every rung the call stood on, in their order.
    public List<Rung> rungs(VisitId visit) {
        return jdbc.sql("SELECT number, engine, reason, reached_at FROM visit_rung WHERE visit_id = ? ORDER BY number")
                .param(visit.value())
                .query((row, number) -> rung(row))
                .list();
    }

    /// @param endedAt null while it goes on
    public record Span(Instant beganAt, @Nullable Instant endedAt) {}

    /// From the step onto a rung to the step onto the next one, or to the end of the call.
    public Optional<Span> spanOf(VisitId visit, int rung) {
        return jdbc.sql("""
                        SELECT rung.reached_at, coalesce(following.reached_at, call.ended_at) AS ended_at
                          FROM visit_rung rung
                          JOIN visit_call call USING (visit_id)
                          LEFT JOIN visit_rung following
                            ON following.visit_id = rung.visit_id AND following.number = rung.number + 1
                         WHERE rung.visit_id = ? AND rung.number = ?
                        """)
                .params(visit.value(), rung)
                .query((row, number) -> {
                    var ended = row.getTimestamp("ended_at");
                    return new Span(
                            row.getTimestamp("reached_at").toInstant(), ended == null ? null : ended.toInstant());
                })
                .optional();
    }

    private static Call call(VisitId visit, ResultSet row) throws SQLException {
        var open = new Call.Open(visit, rung(row), row.getTimestamp("opened_at").toInstant());
        var endedAt = row.getTimestamp("ended_at");
        return endedAt == null ? open : open.end(endedAt.toInstant());
    }

    private static Rung rung(ResultSet row) throws SQLException {
        return new Rung(
                row.getInt("number"),
                row.getString("engine"),
                Rung.Reason.valueOf(row.getString("reason")),
                row.getTimestamp("reached_at").toInstant());
    }
}
