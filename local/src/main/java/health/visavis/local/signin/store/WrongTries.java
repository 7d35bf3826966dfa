package health.visavis.local.signin.store;

import health.visavis.kernel.TimeOrderedId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Passwords and codes that were wrong, until the application has taken them ([WrongTryQueue]). Not what was typed.
public final class WrongTries {

    private final JdbcClient jdbc;
    private final Clock clock;

    public WrongTries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param account null for a name that is nobody's
    public void add(@Nullable UUID account, String address) {
        jdbc.sql("INSERT INTO wrong_try (id, at, account_id, address) VALUES (?, ?, ?, ?)")
                .param(TimeOrderedId.next())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(account)
                .param(address)
                .update();
    }
}
