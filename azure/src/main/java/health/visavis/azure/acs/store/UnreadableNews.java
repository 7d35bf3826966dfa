package health.visavis.azure.acs.store;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Deliveries that could not be read, without what they say: how many there were is what tells an operator to look
/// into the queue's dead letters.
public final class UnreadableNews {

    private final JdbcClient jdbc;

    public UnreadableNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void note(String message, int deliveries, Instant at) {
        jdbc.sql("""
                        INSERT INTO acs_unreadable_news (message_id, deliveries, last_at) VALUES (?, ?, ?)
                        ON CONFLICT (message_id) DO UPDATE
                           SET deliveries = greatest(acs_unreadable_news.deliveries, excluded.deliveries),
                               last_at = greatest(acs_unreadable_news.last_at, excluded.last_at)
                        """).params(message, deliveries, at.atOffset(ZoneOffset.UTC)).update();
    }

    /// Throws when the database is away.
    public boolean isReachable() {
        return jdbc.sql("SELECT true").query(Boolean.class).single();
    }
}
