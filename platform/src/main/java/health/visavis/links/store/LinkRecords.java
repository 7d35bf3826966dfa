package health.visavis.links.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class LinkRecords {

    public record Row(UUID id, byte[] tokenHash, String purpose, UUID subject, Instant madeAt, Instant expiresAt) {}

    public record Found(UUID id, UUID subject) {}

    private final JdbcClient jdbc;

    LinkRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Row row) {
        jdbc.sql("""
                        INSERT INTO link (id, token_hash, purpose, subject, made_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        row.id(),
                        row.tokenHash(),
                        row.purpose(),
                        row.subject(),
                        Timestamp.from(row.madeAt()),
                        Timestamp.from(row.expiresAt()))
                .update();
    }

    public Optional<Found> open(byte[] tokenHash, String purpose, Instant now) {
        return jdbc.sql("""
                        SELECT id, subject FROM link
                         WHERE token_hash = ? AND purpose = ? AND withdrawn_at IS NULL AND expires_at > ?
                        """)
                .params(tokenHash, purpose, Timestamp.from(now))
                .query((row, number) ->
                        new Found(row.getObject("id", UUID.class), row.getObject("subject", UUID.class)))
                .optional();
    }

    public void hold(UUID id, String holder, Instant at) {
        jdbc.sql("UPDATE link SET holder = ?, taken_at = ? WHERE id = ?")
                .params(holder, Timestamp.from(at), id)
                .update();
    }

    public boolean isHeldBy(UUID id, String holder, Instant now) {
        return jdbc.sql("""
                        SELECT EXISTS (
                          SELECT FROM link WHERE id = ? AND holder = ? AND withdrawn_at IS NULL AND expires_at > ?)
                        """)
                .params(id, holder, Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    public void withdraw(UUID id, Instant at) {
        jdbc.sql("UPDATE link SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL")
                .params(Timestamp.from(at), id)
                .update();
    }
}
