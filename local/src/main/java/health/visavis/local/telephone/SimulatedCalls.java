package health.visavis.local.telephone;

import health.visavis.local.telephone.SimulatedCall.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of simulated calls.
final class SimulatedCalls {

    private static final int SHOWN = 20;

    private final JdbcClient jdbc;

    SimulatedCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false when it was there already
    boolean add(SimulatedCall call) {
        return jdbc.sql("""
                        INSERT INTO local_phone_call (id, inbound, number, state, began_at) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .params(
                                call.id(),
                                call.inbound(),
                                call.number(),
                                call.state().name(),
                                Timestamp.from(call.beganAt()))
                        .update()
                > 0;
    }

    /// @return false when it was not in that state
    boolean move(UUID id, State from, State to) {
        return jdbc.sql("UPDATE local_phone_call SET state = ? WHERE id = ? AND state = ?")
                        .params(to.name(), id, from.name())
                        .update()
                > 0;
    }

    /// @return false when it was over already
    boolean end(UUID id) {
        return jdbc.sql("UPDATE local_phone_call SET state = 'OVER' WHERE id = ? AND state <> 'OVER'")
                        .param(id)
                        .update()
                > 0;
    }

    Optional<SimulatedCall> find(UUID id) {
        return jdbc.sql("SELECT * FROM local_phone_call WHERE id = ?")
                .param(id)
                .query((row, number) -> call(row))
                .optional();
    }

    List<SimulatedCall> newest() {
        return jdbc.sql("SELECT * FROM local_phone_call ORDER BY began_at DESC, id DESC LIMIT ?")
                .param(SHOWN)
                .query((row, number) -> call(row))
                .list();
    }

    private static SimulatedCall call(ResultSet row) throws SQLException {
        return new SimulatedCall(
                row.getObject("id", UUID.class),
                row.getBoolean("inbound"),
                row.getString("number"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("began_at").toInstant());
    }
}
