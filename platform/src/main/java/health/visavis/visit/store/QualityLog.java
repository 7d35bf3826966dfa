package health.visavis.visit.store;

import health.visavis.kernel.TimeOrderedId;
import health.visavis.visit.LineQuality;
import health.visavis.visit.domain.Seat;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class QualityLog {

    private final JdbcClient jdbc;

    QualityLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Seat seat, LineQuality quality, Instant at) {
        jdbc.sql("""
                        INSERT INTO visit_quality
                          (id, visit_id, seat_id, measured_at, round_trip_ms, jitter_ms, loss_per_mille, received_kbit,
                           sent_kbit, frames_per_second, relayed, encrypted)
                        VALUES (:id, :visit, :seat, :at, :roundTrip, :jitter, :loss, :received, :sent, :frames, :relayed,
                                :encrypted)
                        """)
                .param("id", TimeOrderedId.next())
                .param("visit", seat.visit().value())
                .param("seat", seat.id().value())
                .param("at", Timestamp.from(at))
                .param("roundTrip", quality.roundTripMillis())
                .param("jitter", quality.jitterMillis())
                .param("loss", quality.lossPerMille())
                .param("received", quality.receivedKilobits())
                .param("sent", quality.sentKilobits())
                .param("frames", quality.framesPerSecond())
                .param("relayed", quality.relayed())
                .param("encrypted", quality.encrypted())
                .update();
    }
}
