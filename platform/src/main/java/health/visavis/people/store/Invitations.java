package health.visavis.people.store;

import health.visavis.kernel.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class Invitations {

    private final JdbcClient jdbc;

    Invitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(byte[] tokenHash, PersonId person, Instant expiresAt) {
        jdbc.sql("INSERT INTO invitation (token_hash, person_id, expires_at) VALUES (?, ?, ?)")
                .params(tokenHash, person.value(), Timestamp.from(expiresAt))
                .update();
    }

    /// Uses the invitation up: of two that try at once, one gets the person.
    public Optional<PersonId> use(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                        UPDATE invitation SET accepted_at = :now
                        WHERE token_hash = :hash AND accepted_at IS NULL AND expires_at > :now
                        RETURNING person_id
                        """)
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }
}
