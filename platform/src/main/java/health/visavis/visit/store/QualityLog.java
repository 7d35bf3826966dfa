package health.visavis.visit.store;

import health.visavis.kernel.TimeOrderedId;
import health.visavis.kernel.VisitId;
import health.visavis.visit.LineQuality;
import health.visavis.visit.LineQuality.Limit;
import health.visavis.visit.LineQuality.Trouble;
import health.visavis.visit.QualitySample;
import health.visavis.visit.domain.Seat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
                           sent_kbit, frames_per_second, relayed, encrypted, limited, encode_ms, camera_trouble,
                           voice_trouble)
                        VALUES (:id, :visit, :seat, :at, :roundTrip, :jitter, :loss, :received, :sent, :frames, :relayed,
                                :encrypted, :limited, :encode, :camera, :voice)
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
                .param("limited", name(quality.limited()))
                .param("encode", quality.encodeMillis())
                .param("camera", name(quality.cameraTrouble()))
                .param("voice", name(quality.voiceTrouble()))
                .update();
    }

    /// In the order in which they were measured.
    public List<QualitySample> of(VisitId visit) {
        return jdbc.sql("""
                        SELECT quality.*, seat.part
                          FROM visit_quality quality
                          JOIN visit_seat seat ON seat.id = quality.seat_id
                         WHERE quality.visit_id = ?
                         ORDER BY quality.measured_at, quality.id
                        """)
                .param(visit.value())
                .query((row, number) -> new QualitySample(
                        row.getString("part"), row.getTimestamp("measured_at").toInstant(), quality(row)))
                .list();
    }

    public void forgetMeasuredBefore(Instant at) {
        jdbc.sql("DELETE FROM visit_quality WHERE measured_at < ?")
                .param(Timestamp.from(at))
                .update();
    }

    private static LineQuality quality(ResultSet row) throws SQLException {
        return new LineQuality(
                row.getObject("round_trip_ms", Integer.class),
                row.getObject("jitter_ms", Integer.class),
                row.getObject("loss_per_mille", Integer.class),
                row.getObject("received_kbit", Integer.class),
                row.getObject("sent_kbit", Integer.class),
                row.getObject("frames_per_second", Integer.class),
                row.getBoolean("relayed"),
                row.getBoolean("encrypted"),
                constant(Limit.class, row.getString("limited")),
                row.getObject("encode_ms", Integer.class),
                constant(Trouble.class, row.getString("camera_trouble")),
                constant(Trouble.class, row.getString("voice_trouble")));
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
