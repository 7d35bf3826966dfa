package health.visavis.visit.store;

import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Call;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class Calls {

    private final JdbcClient jdbc;

    Calls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Call of(VisitId visit) {
        return jdbc.sql("SELECT engine, opened_at, ended_at FROM visit_call WHERE visit_id = ?")
                .param(visit.value())
                .query((row, number) -> call(visit, row))
                .optional()
                .orElseGet(() -> new Call.NotOpened(visit));
    }

    public void add(Call.Open call) {
        jdbc.sql("INSERT INTO visit_call (visit_id, engine, opened_at) VALUES (?, ?, ?)")
                .params(call.visit().value(), call.engine(), Timestamp.from(call.openedAt()))
                .update();
    }

    public void save(Call.Ended call) {
        jdbc.sql("UPDATE visit_call SET ended_at = ? WHERE visit_id = ?")
                .params(Timestamp.from(call.endedAt()), call.visit().value())
                .update();
    }

    private static Call call(VisitId visit, ResultSet row) throws SQLException {
        var open = new Call.Open(
                visit, row.getString("engine"), row.getTimestamp("opened_at").toInstant());
        var endedAt = row.getTimestamp("ended_at");
        return endedAt == null ? open : open.end(endedAt.toInstant());
    }
}
