package health.visavis.access.store;

import health.visavis.access.Sensitivity;
import health.visavis.kernel.PatientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

    /// The rows of one patient, or of one clinician's visits, in the tables whose policies name the reason.
    public record Narrowly(String reason, UUID whose) {

        private String said() {
            return reason + " " + whose;
        }
    }

    /// @param patients and how sensitive entries of their charts may be
    /// @param everybodyFor reasons for which policies open the rows of all
    public record Opening(Map<PatientId, Sensitivity> patients, Set<String> everybodyFor, Set<Narrowly> narrowly) {}

    public void open(Opening opening) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> say(connection, opening));
    }

    /// Each sensitivity beyond the ordinary that is open, with its patient: `<id> PART2`.
    private static String[] cleared(Map<PatientId, Sensitivity> patients) {
        return patients.entrySet().stream()
                .flatMap(patient -> patient.getValue().andBelow().stream()
                        .filter(label -> label != Sensitivity.ORDINARY)
                        .map(label -> patient.getKey().value() + " " + label))
                .toArray(String[]::new);
    }

    private Boolean say(Connection connection, Opening opening) throws SQLException {
        var patients = opening.patients().keySet().stream().map(PatientId::value);
        var narrowly = opening.narrowly().stream().map(Narrowly::said);
        try (var statement = connection.prepareStatement("SELECT row_scope_open(?, ?, ?, ?, ?)")) {
            statement.setBytes(1, secrets.of(connection));
            statement.setArray(2, connection.createArrayOf("uuid", patients.toArray()));
            statement.setString(3, String.join(",", opening.everybodyFor()));
            statement.setArray(4, connection.createArrayOf("text", cleared(opening.patients())));
            statement.setArray(5, connection.createArrayOf("text", narrowly.toArray()));
            return statement.execute();
        }
    }
}
