package health.visavis.limits.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// States of buckets, as Bucket4j writes them.
@Component
public class Buckets {

    private final JdbcClient jdbc;

    Buckets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<byte[]> state(byte[] whose) {
        return jdbc.sql("SELECT state FROM rate_bucket WHERE whose = ?")
                .param(whose)
                .query((row, number) -> row.getBytes("state"))
                .optional();
    }

    /// False when somebody else was first.
    public boolean add(byte[] whose, byte[] state, Instant fullAt) {
        return jdbc.sql("INSERT INTO rate_bucket (whose, state, full_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(whose, state, Timestamp.from(fullAt))
                        .update()
                == 1;
    }

    /// False when it is another by now.
    public boolean replace(byte[] whose, byte[] before, byte[] after, Instant fullAt) {
        return jdbc.sql("UPDATE rate_bucket SET state = ?, full_at = ? WHERE whose = ? AND state = ?")
                        .params(after, Timestamp.from(fullAt), whose, before)
                        .update()
                == 1;
    }

    public void remove(byte[] whose) {
        jdbc.sql("DELETE FROM rate_bucket WHERE whose = ?").param(whose).update();
    }

    /// Those that nobody has taken from for so long say nothing any more. One that somebody takes from right now is
    /// left.
    public void forgetFull(Instant now) {
        jdbc.sql("""
                        DELETE FROM rate_bucket
                        WHERE whose IN (SELECT whose FROM rate_bucket WHERE full_at < ? FOR UPDATE SKIP LOCKED)
                        """).param(Timestamp.from(now)).update();
    }
}
