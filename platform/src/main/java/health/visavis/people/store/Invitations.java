package health.visavis.people.store;

import health.visavis.access.Role;
import health.visavis.kernel.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class Invitations {

    private final JdbcClient jdbc;

    Invitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// As what somebody is invited, and for how long.
    public record Terms(Set<Role> roles, Instant invitedAt, Instant expiresAt) {}

    public void add(byte[] tokenHash, PersonId person, Terms terms) {
        jdbc.sql("INSERT INTO invitation (token_hash, person_id, roles, invited_at, expires_at) VALUES (?, ?, ?, ?, ?)")
                .param(tokenHash)
                .param(person.value())
                .param(terms.roles().stream().sorted().map(Role::name).toArray(String[]::new))
                .param(Timestamp.from(terms.invitedAt()))
                .param(Timestamp.from(terms.expiresAt()))
                .update();
    }

    /// Ends what is open.
    public void withdraw(PersonId person, Instant now) {
        jdbc.sql("""
                        UPDATE invitation SET withdrawn_at = ?
                        WHERE person_id = ? AND accepted_at IS NULL AND withdrawn_at IS NULL
                        """).params(Timestamp.from(now), person.value()).update();
    }

    /// Uses the invitation up: of two that try at once, one gets the person.
    public Optional<PersonId> use(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                        UPDATE invitation SET accepted_at = :now
                        WHERE token_hash = :hash AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > :now
                        RETURNING person_id
                        """)
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }
}
