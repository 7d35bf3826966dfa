package health.visavis.notification.store;

import health.visavis.kernel.PersonId;
import health.visavis.notification.Letter.Channel;
import health.visavis.notification.LostLetter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What carriers have reported, by the name that they gave a letter.
@Repository
public class Deliveries {

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void report(String reference, boolean delivered, Instant at) {
        jdbc.sql("""
                        INSERT INTO delivery_report (reference, delivered, reported_at) VALUES (?, ?, ?)
                        ON CONFLICT (reference) DO UPDATE
                           SET delivered = excluded.delivered, reported_at = excluded.reported_at
                         WHERE delivery_report.reported_at < excluded.reported_at
                        """).params(reference, delivered, at.atOffset(ZoneOffset.UTC)).update();
    }

    /// One for each reader and channel: the newest letter counts, since an older one may have been lost before an
    /// address was corrected.
    public List<LostLetter> lost(UUID subject) {
        return jdbc.sql("""
                        SELECT person_id, channel
                          FROM (SELECT DISTINCT ON (l.person_id, l.channel) l.person_id, l.channel, r.delivered
                                  FROM letter l JOIN delivery_report r ON r.reference = l.reference
                                 WHERE l.subject_id = ?
                                 ORDER BY l.person_id, l.channel, l.sent_at DESC) newest
                         WHERE NOT delivered ORDER BY channel
                        """)
                .param(subject)
                .query((row, number) -> new LostLetter(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        Channel.valueOf(row.getString("channel"))))
                .list();
    }
}
