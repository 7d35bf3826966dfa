package health.visavis.audit;

import health.visavis.audit.AuditEvent.Outcome;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the trail.
@Component
public class AuditReader {

    private final JdbcClient jdbc;

    AuditReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// For a use case that has asked for its permission. A patient is found in his own rows and in the lists that
    /// showed him.
    public List<AuditEvent> findWithoutPermissionCheck(AuditQuery query) {
        return jdbc.sql("""
                        SELECT * FROM audit_event
                        WHERE at >= :from AND at < :before
                          AND (:actor::uuid IS NULL OR actor = :actor)
                          AND (:action::text IS NULL OR action = :action)
                          AND (:outcome::text IS NULL OR outcome = :outcome)
                          AND (:patient::uuid IS NULL OR patient_id = :patient
                               OR id IN (SELECT event_id FROM audit_event_patient WHERE patient_id = :patient))
                        ORDER BY at DESC, id DESC LIMIT :limit
                        """)
                .param("from", Timestamp.from(query.from()))
                .param("before", Timestamp.from(query.before()))
                .param("actor", query.actor() == null ? null : query.actor().value())
                .param("action", query.action())
                .param(
                        "outcome",
                        query.outcome() == null ? null : query.outcome().name())
                .param(
                        "patient",
                        query.patient() == null ? null : query.patient().value())
                .param("limit", query.limit())
                .query(AuditReader::event)
                .list();
    }

    private static AuditEvent event(ResultSet row, int number) throws SQLException {
        var patient = row.getObject("patient_id", UUID.class);
        return new AuditEvent(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                new PersonId(row.getObject("actor", UUID.class)),
                row.getString("actor_roles"),
                row.getString("action"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                patient == null ? null : new PatientId(patient),
                row.getObject("subject_id", UUID.class),
                row.getString("address"),
                row.getString("session"),
                row.getString("instance"));
    }
}
