package health.visavis.local.signin.store;

import health.visavis.local.postgres.Credentials;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// Which one-time codes were used last, for the demo's mailbox: it stands in for an authenticator app and
/// should not offer a code that is spent. The application's own role can not read this.
public final class UsedCodes {

    private final String url;
    private final Credentials credentials;

    public UsedCodes(String url, Credentials credentials) {
        this.url = url;
        this.credentials = credentials;
    }

    /// The time step of the last used code by sign-in name.
    public Map<String, Long> lastSteps() {
        var steps = new HashMap<String, Long>();
        try (var connection = DriverManager.getConnection(url, credentials.role(), credentials.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT name, last_code_step FROM signin.account WHERE last_code_step IS NOT NULL")) {
            while (rows.next()) {
                steps.put(rows.getString(1), rows.getLong(2));
            }
            return steps;
        } catch (SQLException e) {
            throw new IllegalStateException("the used codes can not be read (SQL state " + e.getSQLState() + ")");
        }
    }
}
