package health.visavis.visit.store;

import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.SeatId;
import health.visavis.visit.domain.Signal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class Signals {

    private final JdbcClient jdbc;

    Signals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(VisitId visit, Signal signal, Instant at) {
        jdbc.sql("""
                        INSERT INTO visit_signal
                          (id, visit_id, from_seat, from_epoch, to_seat, to_epoch, payload, sent_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        signal.id(),
                        visit.value(),
                        signal.from().seat().value(),
                        signal.from().epoch(),
                        signal.to().seat().value(),
                        signal.to().epoch(),
                        signal.payload(),
                        Timestamp.from(at))
                .update();
    }

    public Optional<Signal> find(UUID id) {
        return jdbc.sql("SELECT from_seat, from_epoch, to_seat, to_epoch, payload FROM visit_signal WHERE id = ?")
                .param(id)
                .query((row, number) -> new Signal(
                        id,
                        new Signal.SeatAt(new SeatId(row.getObject("from_seat", UUID.class)), row.getInt("from_epoch")),
                        new Signal.SeatAt(new SeatId(row.getObject("to_seat", UUID.class)), row.getInt("to_epoch")),
                        row.getString("payload")))
                .optional();
    }

    public int sentSince(VisitId visit, SeatId seat, Instant since) {
        return jdbc.sql("""
                        SELECT count(*) FROM visit_signal WHERE visit_id = ? AND from_seat = ? AND sent_at > ?
                        """)
                .params(visit.value(), seat.value(), Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /// Everything said to and by this seat: after it was left or taken again nobody needs it.
    public void forget(VisitId visit, SeatId seat) {
        jdbc.sql("DELETE FROM visit_signal WHERE visit_id = ? AND (from_seat = ? OR to_seat = ?)")
                .params(visit.value(), seat.value(), seat.value())
                .update();
    }

    public void forget(VisitId visit) {
        jdbc.sql("DELETE FROM visit_signal WHERE visit_id = ?")
                .param(visit.value())
                .update();
    }

    /// What was left behind by visits that nobody ended.
    public void forgetSentBefore(Instant at) {
        jdbc.sql("DELETE FROM visit_signal WHERE sent_at < ?")
                .param(Timestamp.from(at))
                .update();
    }
}
