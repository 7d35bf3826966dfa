package health.visavis.local.signin.store;

import health.visavis.local.postgres.Credentials;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Wrong passwords and codes for the application to take. Its own role cannot read this.
public final class WrongTryQueue {

    private static final int AT_ONCE = 200;

    private final String url;
    private final Credentials credentials;

    public WrongTryQueue(String url, Credentials credentials) {
        this.url = url;
        this.credentials = credentials;
    }

    /// @param account null for a name that is nobody's
    public record WrongTry(@Nullable UUID account, String address) {}

    /// Oldest first, two hundred at most. They are gone once all are handled; after a failure they come again, the
    /// handled ones too. What another instance is taking is left to it.
    public void take(Consumer<WrongTry> handle) {
        try (var connection = DriverManager.getConnection(url, credentials.role(), credentials.password())) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement("""
                    DELETE FROM signin.wrong_try WHERE id = ANY (ARRAY(
                      SELECT id FROM signin.wrong_try ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED))
                    RETURNING account_id, address
                    """)) {
                statement.setInt(1, AT_ONCE);
                var taken = new ArrayList<WrongTry>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        taken.add(new WrongTry(rows.getObject("account_id", UUID.class), rows.getString("address")));
                    }
                }
                List.copyOf(taken).forEach(handle);
            }
            connection.commit();
        } catch (SQLException unavailable) {
            throw new IllegalStateException(
                    "the wrong tries can not be taken (SQL state " + unavailable.getSQLState() + ")");
        }
    }
}
