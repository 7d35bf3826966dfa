package health.visavis.access.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import health.visavis.kernel.Sensitive;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// What each connection to the database was claimed with: a secret of its own, given before anything else is said on
/// it. It is in this process and, as a digest, in a table that the application's role cannot read.
public final class ConnectionSecrets {

    private static final int BYTES = 32;

    /// How many walls this version knows: tables that came behind a later one it would read without a scope.
    private static final int WALLS = 3;

    private final SecureRandom random = new SecureRandom();
    private final Map<PGConnection, Sensitive<byte[]>> secrets = Collections.synchronizedMap(new WeakHashMap<>());

    /// Has the pool claim every connection that it makes. Only before its first one.
    public void claimAllOf(HikariDataSource pool) {
        var driver = new DriverDataSource(
                pool.getJdbcUrl(), pool.getDriverClassName(), pool.getDataSourceProperties(), null, null);
        pool.setDataSource(new DelegatingDataSource(driver) {
            @Override
            public Connection getConnection() throws SQLException {
                return claim(super.getConnection());
            }

            @Override
            public Connection getConnection(String username, String password) throws SQLException {
                return claim(super.getConnection(username, password));
            }
        });
    }

    byte[] of(Connection connection) throws SQLException {
        return Objects.requireNonNull(
                        secrets.get(connection.unwrap(PGConnection.class)), "a connection that was never claimed")
                .reveal();
    }

    private Connection claim(Connection connection) throws SQLException {
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        try (var statement = connection.prepareStatement("SELECT row_scope_claim(?, ?)")) {
            statement.setBytes(1, secret);
            statement.setInt(2, WALLS);
            statement.execute();
            secrets.put(connection.unwrap(PGConnection.class), Sensitive.of(secret));
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }
}
