package health.visavis.live.store;

import health.visavis.live.LiveEvent;
import health.visavis.live.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.stereotype.Component;

/// PostgreSQL's channel `live`. A notification carries topic, sequence, kind, the id it is about and the time: ids
/// only.
@Component
public class LiveNotifications {

    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration PULSE_EVERY = Duration.ofSeconds(5);

    private final DataSource dataSource;

    LiveNotifications(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Holds one connection of the pool for as long as the line is open.
    public Line listen() throws SQLException {
        var connection = dataSource.getConnection();
        try (var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("SET application_name = 'visavis-live'");
            statement.execute("LISTEN live");
            return new Line(connection);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /// An open line to the channel.
    public static final class Line implements AutoCloseable {

        private final Connection connection;
        private final PGConnection postgres;
        private long pulseAfter = nextPulse();

        Line(Connection connection) throws SQLException {
            this.connection = connection;
            this.postgres = connection.unwrap(PGConnection.class);
        }

        /// What was announced since the last call; waits a moment for the first. Throws once the line is dead.
        public List<LiveEvent> next() throws SQLException {
            var received = postgres.getNotifications((int) WAIT.toMillis());
            if (System.nanoTime() > pulseAfter) {
                checkPulse();
            }
            var events = new ArrayList<LiveEvent>();
            for (var notification : received) {
                read(notification).ifPresent(events::add);
            }
            return events;
        }

        /// A network that went away silently shows only when something is sent.
        private void checkPulse() throws SQLException {
            if (!connection.isValid((int) PULSE_EVERY.toSeconds())) {
                throw new SQLException("No answer on the live channel", "08006");
            }
            pulseAfter = nextPulse();
        }

        private static long nextPulse() {
            return System.nanoTime() + PULSE_EVERY.toNanos();
        }

        private static Optional<LiveEvent> read(PGNotification notification) {
            var parts = notification.getParameter().split(" ", 5);
            if (parts.length != 5) {
                return Optional.empty();
            }
            return Topic.parse(parts[0])
                    .map(topic -> new LiveEvent(
                            topic,
                            Long.parseLong(parts[1]),
                            parts[2],
                            UUID.fromString(parts[3]),
                            Instant.EPOCH.plus(Long.parseLong(parts[4]), ChronoUnit.MICROS)));
        }

        /// The connection goes back to the pool only after it stopped listening.
        @Override
        public void close() throws SQLException {
            if (connection.isClosed()) {
                return;
            }
            try (connection;
                    var statement = connection.createStatement()) {
                statement.execute("UNLISTEN *");
                statement.execute("RESET application_name");
            }
        }
    }
}
