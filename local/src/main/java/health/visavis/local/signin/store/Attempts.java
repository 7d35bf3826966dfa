package health.visavis.local.signin.store;

import health.visavis.kernel.Algorithms;
import health.visavis.local.signin.domain.Patience;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// Tries per name and per second factor. A try counts as wrong before it is judged, so a hundred at once are a
/// hundred.
public final class Attempts {

    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    public Attempts(JdbcClient jdbc, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Counts a try.
    ///
    /// @return how long to wait, when it came too early; it is not to be judged then
    public Optional<Duration> begin(String subject) {
        var key = digest(subject);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Objects.requireNonNull(transaction.execute(status -> count(key, now)));
    }

    public void forgive(String subject) {
        jdbc.sql("DELETE FROM attempt WHERE subject = ?").param(digest(subject)).update();
    }

    public void forgetOld() {
        jdbc.sql("DELETE FROM attempt WHERE last_at < ?")
                .param(Timestamp.from(clock.instant().minus(FORGOTTEN_AFTER)))
                .update();
    }

    private Optional<Duration> count(byte[] key, Instant now) {
        jdbc.sql(
                        "INSERT INTO attempt (subject, wrong_tries, wait_until, last_at) VALUES (?, 0, ?, ?) ON CONFLICT DO NOTHING")
                .params(key, Timestamp.from(now), Timestamp.from(now))
                .update();
        var attempt = jdbc.sql("SELECT wrong_tries, wait_until FROM attempt WHERE subject = ? FOR UPDATE")
                .param(key)
                .query((row, number) -> new Attempt(
                        row.getInt("wrong_tries"),
                        row.getTimestamp("wait_until").toInstant()))
                .single();
        if (now.isBefore(attempt.waitUntil())) {
            return Optional.of(Duration.between(now, attempt.waitUntil()));
        }
        var tries = attempt.wrongTries() + 1;
        jdbc.sql("UPDATE attempt SET wrong_tries = ?, wait_until = ?, last_at = ? WHERE subject = ?")
                .params(tries, Timestamp.from(now.plus(Patience.after(tries))), Timestamp.from(now), key)
                .update();
        return Optional.empty();
    }

    private record Attempt(int wrongTries, Instant waitUntil) {}

    private static byte[] digest(String subject) {
        try {
            return Algorithms.inUse().digest("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
