package health.visavis.alarm.store;

import health.visavis.alarm.Alarm;
import health.visavis.alarm.AlarmKind;
import health.visavis.alarm.AlarmSubject;
import health.visavis.alarm.RaisedAlarm;
import health.visavis.alarm.RaisedAlarm.Finding;
import health.visavis.alarm.RaisedAlarm.Seen;
import health.visavis.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was raised, and how far the rounds have looked.
@Repository
public class AlarmTable {

    private final JdbcClient jdbc;

    AlarmTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when one about the same is not quiet yet, whoever adds it.
    public boolean add(UUID id, Alarm alarm, Instant quietUntil, Instant at) {
        return jdbc.sql("""
                        INSERT INTO alarm (id, kind, subject_kind, subject, happened_at, quiet_until, raised_at, acts)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                        .params(
                                id,
                                alarm.kind().code(),
                                alarm.subject().kind(),
                                alarm.subject().value(),
                                at(alarm.happenedAt()),
                                at(quietUntil),
                                at(at),
                                alarm.acts())
                        .update()
                > 0;
    }

    public List<RaisedAlarm> open(int limit) {
        return jdbc.sql("SELECT * FROM alarm WHERE seen_at IS NULL ORDER BY happened_at LIMIT ?")
                .param(limit)
                .query((row, number) -> alarm(row))
                .list();
    }

    public List<RaisedAlarm> seen(int limit) {
        return jdbc.sql("SELECT * FROM alarm WHERE seen_at IS NOT NULL ORDER BY seen_at DESC LIMIT ?")
                .param(limit)
                .query((row, number) -> alarm(row))
                .list();
    }

    public long openCount() {
        return jdbc.sql("SELECT count(*) FROM alarm WHERE seen_at IS NULL")
                .query(Long.class)
                .single();
    }

    public Optional<RaisedAlarm> held(UUID id) {
        return jdbc.sql("SELECT * FROM alarm WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, number) -> alarm(row))
                .optional();
    }

    public void markSeen(UUID id, PersonId by, Finding finding, Instant at) {
        jdbc.sql("UPDATE alarm SET seen_at = ?, seen_by = ?, finding = ? WHERE id = ? AND seen_at IS NULL")
                .params(at(at), by.value(), finding.name(), id)
                .update();
    }

    /// Up to when the trail was looked at, for the rest of this transaction; empty while another instance has the turn.
    public Optional<Instant> takeTurn(String round) {
        return jdbc.sql("SELECT looked_to FROM alarm_round WHERE name = ? FOR UPDATE SKIP LOCKED")
                .param(round)
                .query((row, number) -> row.getTimestamp("looked_to").toInstant())
                .optional();
    }

    /// Never back: another instance's clock may be behind.
    public void looked(String round, Instant to) {
        jdbc.sql("UPDATE alarm_round SET looked_to = greatest(looked_to, ?) WHERE name = ?")
                .params(at(to), round)
                .update();
    }

    private static RaisedAlarm alarm(ResultSet row) throws SQLException {
        var code = row.getString("kind");
        var seenBy = row.getObject("seen_by", UUID.class);
        return new RaisedAlarm(
                row.getObject("id", UUID.class),
                new Alarm(
                        AlarmKind.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')),
                        AlarmSubject.of(row.getString("subject_kind"), row.getString("subject")),
                        row.getTimestamp("happened_at").toInstant(),
                        row.getLong("acts")),
                seenBy == null
                        ? null
                        : new Seen(
                                new PersonId(seenBy),
                                row.getTimestamp("seen_at").toInstant(),
                                Finding.valueOf(row.getString("finding"))));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
