package health.visavis.access.store;

import health.visavis.kernel.PatientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Tells the database whose rows a transaction may touch. Until it ends, and replacing what was said before.
@Component
public class RowScopes {

    private final JdbcTemplate jdbc;
    private final ConnectionSecrets secrets;

    RowScopes(JdbcTemplate jdbc, ConnectionSecrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    public void open(Collection<PatientId> patients) {
        say(patients.stream().map(PatientId::value).toArray(UUID[]::new), null);
    }

    public void openEverybody(String reason) {
        say(new UUID[0], reason);
    }

    private void say(UUID[] patients, @Nullable String everybodyFor) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> say(connection, patients, everybodyFor));
    }

    private Boolean say(Connection connection, UUID[] patients, @Nullable String everybodyFor) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT row_scope_open(?, ?, ?)")) {
            statement.setBytes(1, secrets.of(connection));
            statement.setArray(2, connection.createArrayOf("uuid", patients));
            statement.setString(3, everybodyFor);
            return statement.execute();
        }
    }
}
