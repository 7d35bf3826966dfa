package health.visavis.local.signin.store;

import health.visavis.local.signin.domain.Group;
import health.visavis.local.signin.domain.Offer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Accounts to be, by the hash of the secret that the invited person holds. The application adds them with its own
/// role, the provider takes them with its.
public final class Offers {

    private final JdbcClient jdbc;

    public Offers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(byte[] tokenHash, Offer offer, Instant until) {
        jdbc.sql(
                        "INSERT INTO signin.offer (token_hash, display_name, groups, application, until) VALUES (?, ?, ?, ?, ?)")
                .param(tokenHash)
                .param(offer.displayName())
                .param(offer.groups().stream().map(Group::claim).sorted().toArray(String[]::new))
                .param(offer.application())
                .param(Timestamp.from(until))
                .update();
    }

    public Optional<Offer> open(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                        SELECT display_name, groups, application FROM signin.offer
                        WHERE token_hash = ? AND taken_at IS NULL AND until > ?
                        """)
                .param(tokenHash)
                .param(Timestamp.from(now))
                .query(Offers::offer)
                .optional();
    }

    /// Uses it up: of two that try at once, one gets it.
    public boolean take(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                        UPDATE signin.offer SET taken_at = :now
                        WHERE token_hash = :hash AND taken_at IS NULL AND until > :now
                        """)
                        .param("hash", tokenHash)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(
                row.getString("display_name"),
                Arrays.stream((String[]) row.getArray("groups").getArray())
                        .map(Group::of)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getString("application"));
    }
}
