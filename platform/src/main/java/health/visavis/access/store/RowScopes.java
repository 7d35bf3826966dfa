package health.visavis.access.store;

import health.visavis.access.Sensitivity;
import health.visavis.kernel.PatientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Tells the database whose rows a transaction may touch, and how sensitive they may be. Until it ends, and replacing
/// what was said before.
@Component
public class RowScopes {

    private final JdbcTemplate jdbc;
    private final ConnectionSecrets secrets;

    RowScopes(JdbcTemplate jdbc, ConnectionSecrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /// @param patients and how sensitive entries of their charts may be
    public void open(Map<PatientId, Sensitivity> patients) {
        say(patients.keySet().stream().map(PatientId::value).toArray(UUID[]::new), null, cleared(patients));
    }

    public void openEverybody(String reason) {
        say(new UUID[0], reason, new String[0]);
    }

    /// Each sensitivity beyond the ordinary that is open, with its patient: `<id> PART2`.
    private static String[] cleared(Map<PatientId, Sensitivity> patients) {
        return patients.entrySet().stream()
                .flatMap(patient -> patient.getValue().andBelow().stream()
                        .filter(label -> label != Sensitivity.ORDINARY)
                        .map(label -> patient.getKey().value() + " " + label))
                .toArray(String[]::new);
    }

    private void say(UUID[] patients, @Nullable String everybodyFor, String[] cleared) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> say(connection, patients, everybodyFor, cleared));
    }

    private Boolean say(Connection connection, UUID[] patients, @Nullable String everybodyFor, String[] cleared)
            throws SQLException {
        try (var statement = connection.prepareStatement("SELECT row_scope_open(?, ?, ?, ?)")) {
            statement.setBytes(1, secrets.of(connection));
            statement.setArray(2, connection.createArrayOf("uuid", patients));
            statement.setString(3, everybodyFor);
            statement.setArray(4, connection.createArrayOf("text", cleared));
            return statement.execute();
        }
    }
}
