package health.visavis.insight.store;

import health.visavis.insight.CallQuery;
import health.visavis.insight.CallRecord;
import health.visavis.insight.CallRecord.Attendance;
import health.visavis.insight.CallRecord.Figures;
import health.visavis.insight.CallRecord.Media;
import health.visavis.insight.CallRecord.Network;
import health.visavis.insight.CallRecord.Outcome;
import health.visavis.kernel.VisitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The records of calls.
@Repository
public class CallRecords {

    private record Key(UUID visit, int leg) {}

    private final JdbcClient jdbc;

    CallRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In place of what was known of the same call before.
    public void keep(CallRecord record) {
        jdbc.sql("DELETE FROM call_record WHERE visit_id = ? AND leg = ?")
                .params(record.visit().value(), record.leg())
                .update();
        var figures = record.figures();
        jdbc.sql("""
                        INSERT INTO call_record
                          (visit_id, leg, engine, witnessed, began_at, ended_at, outcome, media, network, round_trip_ms,
                           jitter_ms, loss_per_mille, received_kbit, frames_per_second)
                        VALUES (:visit, :leg, :engine, :witnessed, :began, :ended, :outcome, :media, :network, :roundTrip,
                                :jitter, :loss, :received, :frames)
                        """)
                .param("visit", record.visit().value())
                .param("leg", record.leg())
                .param("engine", record.engine())
                .param("witnessed", record.witnessed())
                .param("began", at(record.beganAt()))
                .param("ended", at(record.endedAt()))
                .param("outcome", record.outcome().name())
                .param("media", record.media().name())
                .param("network", record.network().name())
                .param("roundTrip", figures.roundTripMillis())
                .param("jitter", figures.jitterMillis())
                .param("loss", figures.lossPerMille())
                .param("received", figures.receivedKilobits())
                .param("frames", figures.framesPerSecond())
                .update();
        var number = 0;
        for (var attendance : record.attendances()) {
            jdbc.sql("""
                            INSERT INTO call_attendance (visit_id, leg, number, role, came_at, left_at)
                            VALUES (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            record.visit().value(),
                            record.leg(),
                            ++number,
                            attendance.role(),
                            at(attendance.cameAt()),
                            at(attendance.leftAt()))
                    .update();
        }
    }

    public List<CallRecord> find(CallQuery query) {
        var after = query.after();
        var rows = jdbc.sql("""
                        SELECT * FROM call_record
                         WHERE began_at >= :from AND began_at < :until
                           AND (CAST(:engine AS text) IS NULL OR engine = :engine)
                           AND (CAST(:outcome AS text) IS NULL OR outcome = :outcome)
                           AND (CAST(:began AS timestamptz) IS NULL
                                OR (began_at, visit_id, leg) < (CAST(:began AS timestamptz), CAST(:visit AS uuid),
                                                                CAST(:leg AS integer)))
                         ORDER BY began_at DESC, visit_id DESC, leg DESC
                         LIMIT :limit
                        """)
                .param("from", at(query.from()))
                .param("until", at(query.until()))
                .param("engine", query.engine())
                .param(
                        "outcome",
                        query.outcome() == null ? null : query.outcome().name())
                .param("began", after == null ? null : at(after.beganAt()))
                .param("visit", after == null ? null : after.visit().value())
                .param("leg", after == null ? null : after.leg())
                .param("limit", query.limit())
                .query((row, number) -> record(row))
                .list();
        var attendances = attendances(rows);
        return rows.stream()
                .map(row ->
                        with(row, attendances.getOrDefault(new Key(row.visit().value(), row.leg()), List.of())))
                .toList();
    }

    public List<CallRecord> ofVisit(VisitId visit) {
        var rows = jdbc.sql("SELECT * FROM call_record WHERE visit_id = ? ORDER BY leg")
                .param(visit.value())
                .query((row, number) -> record(row))
                .list();
        var attendances = attendances(rows);
        return rows.stream()
                .map(row ->
                        with(row, attendances.getOrDefault(new Key(row.visit().value(), row.leg()), List.of())))
                .toList();
    }

    public List<String> engines() {
        return jdbc.sql("SELECT DISTINCT engine FROM call_record ORDER BY engine")
                .query((row, number) -> row.getString("engine"))
                .list();
    }

    public void forgetEndedBefore(Instant at) {
        jdbc.sql("DELETE FROM call_record WHERE ended_at < ?").param(at(at)).update();
    }

    private Map<Key, List<Attendance>> attendances(List<CallRecord> records) {
        var found = new HashMap<Key, List<Attendance>>();
        jdbc.sql("SELECT * FROM call_attendance WHERE visit_id = ANY(?) ORDER BY visit_id, leg, number")
                .params((Object) records.stream()
                        .map(record -> record.visit().value())
                        .distinct()
                        .toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(
                                    new Key(row.getObject("visit_id", UUID.class), row.getInt("leg")),
                                    key -> new ArrayList<>())
                            .add(new Attendance(
                                    row.getString("role"), instant(row, "came_at"), instant(row, "left_at")));
                });
        return found;
    }

    private static CallRecord with(CallRecord row, List<Attendance> attendances) {
        return new CallRecord(
                row.visit(),
                row.leg(),
                row.engine(),
                row.witnessed(),
                row.beganAt(),
                row.endedAt(),
                row.outcome(),
                row.media(),
                row.network(),
                row.figures(),
                attendances);
    }

    private static CallRecord record(ResultSet row) throws SQLException {
        return new CallRecord(
                new VisitId(row.getObject("visit_id", UUID.class)),
                row.getInt("leg"),
                row.getString("engine"),
                row.getBoolean("witnessed"),
                instant(row, "began_at"),
                instant(row, "ended_at"),
                Outcome.valueOf(row.getString("outcome")),
                Media.valueOf(row.getString("media")),
                Network.valueOf(row.getString("network")),
                new Figures(
                        row.getObject("round_trip_ms", Integer.class),
                        row.getObject("jitter_ms", Integer.class),
                        row.getObject("loss_per_mille", Integer.class),
                        row.getObject("received_kbit", Integer.class),
                        row.getObject("frames_per_second", Integer.class)),
                List.of());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
