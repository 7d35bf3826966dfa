package health.visavis.audit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The log as one open transaction sees it, for several threads at once: each reads over a connection of its own, and
/// all of them see the same rows. To be closed before that transaction ends.
public final class LogSnapshot implements AutoCloseable {

    private final List<Connection> connections = new ArrayList<>();
    private final BlockingQueue<AuditLog> free;

    private LogSnapshot(int readers) {
        this.free = new ArrayBlockingQueue<>(readers);
    }

    /// @param log in a transaction that sees one snapshot (repeatable read)
    /// @param readers how many may read at once
    public static LogSnapshot of(AuditLog log, DataSource database, int readers) throws SQLException {
        var snapshot = log.exportSnapshot();
        var opened = new LogSnapshot(readers);
        try {
            for (var reader = 0; reader < readers; reader++) {
                opened.open(database.getConnection(), snapshot);
            }
            return opened;
        } catch (SQLException | RuntimeException failed) {
            opened.close();
            throw failed;
        }
    }

    private void open(Connection connection, String snapshot) throws SQLException {
        connections.add(connection);
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            // A name made by the server: letters, digits and dashes. This statement takes no parameters.
            statement.execute("SET TRANSACTION SNAPSHOT '" + snapshot + "'");
        }
        free.add(new AuditLog(new JdbcTemplate(new SingleConnectionDataSource(connection, true))));
    }

    /// Waits for a free reader.
    public <T> T read(Function<AuditLog, T> question) throws InterruptedException {
        var reader = free.take();
        try {
            return question.apply(reader);
        } finally {
            free.add(reader);
        }
    }

    /// A connection of a pool goes back as it came, and one that cannot keeps no other.
    @Override
    public void close() throws SQLException {
        var failures = new SQLException("connections of a snapshot were not given back");
        for (var connection : connections) {
            try (connection) {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            } catch (SQLException failed) {
                failures.addSuppressed(failed);
            }
        }
        if (failures.getSuppressed().length > 0) {
            throw failures;
        }
    }
}
