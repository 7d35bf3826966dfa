package health.visavis.live.store;

import health.visavis.live.Announcement;
import health.visavis.live.LiveEvent;
import health.visavis.live.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Numbers, keeps and announces live events.
@Repository
public class LiveEventLog {

    private final JdbcClient jdbc;

    LiveEventLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One round trip for all: topics are locked in their order, numbered, written and announced with the commit.
    public List<LiveEvent> append(List<Announcement> announcements, Instant at) {
        return jdbc.sql("""
                        WITH asked AS MATERIALIZED (
                          SELECT * FROM unnest(?::text[], ?::text[], ?::uuid[]) WITH ORDINALITY AS a (topic, kind, ref, place)
                        ), numbered AS (
                          INSERT INTO live_topic AS known (topic, last_sequence)
                          SELECT topic, count(*) FROM asked GROUP BY topic ORDER BY topic
                          ON CONFLICT (topic) DO UPDATE SET last_sequence = known.last_sequence + EXCLUDED.last_sequence
                          RETURNING topic, last_sequence
                        ), written AS (
                          INSERT INTO live_event (topic, sequence, kind, ref, happened_at)
                          SELECT topic,
                                 last_sequence + 1 - row_number() OVER (PARTITION BY topic ORDER BY place DESC),
                                 kind, ref, ?
                            FROM asked JOIN numbered USING (topic)
                          RETURNING topic, sequence, kind, ref, happened_at
                        )
                        SELECT topic, sequence, kind, ref, happened_at,
                               pg_notify('live', concat_ws(' ', topic, sequence, kind, ref, (extract(epoch FROM happened_at) * 1000000)::bigint))
                          FROM written
                         ORDER BY topic, sequence
                        """)
                .param(announcements.stream()
                        .map(each -> each.topic().toString())
                        .toArray(String[]::new))
                .param(announcements.stream().map(Announcement::kind).toArray(String[]::new))
                .param(announcements.stream().map(Announcement::ref).toArray(UUID[]::new))
                .param(at.atOffset(ZoneOffset.UTC))
                .query(LiveEventLog::event)
                .list();
    }

    public List<LiveEvent> since(Topic topic, long sequence, int limit) {
        return jdbc.sql("""
                        SELECT topic, sequence, kind, ref, happened_at
                          FROM live_event
                         WHERE topic = ? AND sequence > ?
                         ORDER BY sequence
                         LIMIT ?
                        """)
                .params(topic.toString(), sequence, limit)
                .query(LiveEventLog::event)
                .list();
    }

    public long latest(Topic topic) {
        return jdbc.sql("SELECT last_sequence FROM live_topic WHERE topic = ?")
                .param(topic.toString())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /// The oldest sequence still kept.
    public Optional<Long> oldest(Topic topic) {
        return jdbc.sql("SELECT sequence FROM live_event WHERE topic = ? ORDER BY sequence LIMIT 1")
                .param(topic.toString())
                .query(Long.class)
                .optional();
    }

    public int prune(Instant before) {
        return jdbc.sql("DELETE FROM live_event WHERE happened_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static LiveEvent event(ResultSet row, int number) throws SQLException {
        return new LiveEvent(
                Topic.parse(row.getString("topic")).orElseThrow(),
                row.getLong("sequence"),
                row.getString("kind"),
                row.getObject("ref", UUID.class),
                row.getObject("happened_at", OffsetDateTime.class).toInstant());
    }
}
