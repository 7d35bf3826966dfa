package health.visavis.audit;

import health.visavis.audit.store.RecordedRows;
import java.sql.Timestamp;
import java.util.Collection;
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
                .query((row, number) -> RecordedRows.event(row))
                .list();
    }

    /// As [#findWithoutPermissionCheck]: the rows with these ids.
    public List<AuditEvent> rowsWithoutPermissionCheck(Collection<UUID> ids) {
        return jdbc.sql("SELECT * FROM audit_event WHERE id = ANY (?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, number) -> RecordedRows.event(row))
                .list();
    }
}
