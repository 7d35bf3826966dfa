package health.visavis.audit;

import health.visavis.kernel.PatientId;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes the trail. There is no method to change or remove a row, and the database role could not either.
@Component
public class AuditTrail {

    private final JdbcTemplate jdbc;

    AuditTrail(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Part of the caller's transaction, which must be open: an act and its row are stored together or not at all.
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEvent event) {
        insert(List.of(event));
    }

    /// As [#record], for acts that share a commit.
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(Collection<AuditEvent> events) {
        insert(events);
    }

    /// For refusals: the refused transaction has rolled back, the row has to stay.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordRefusal(AuditEvent event) {
        insert(List.of(event));
    }

    /// Adds the patients that a list or a search showed to its event.
    @Transactional(propagation = Propagation.MANDATORY)
    public void touched(UUID event, Collection<PatientId> patients) {
        if (patients.isEmpty()) {
            return;
        }
        var ids = patients.stream().map(PatientId::value).distinct().toArray(UUID[]::new);
        jdbc.update("INSERT INTO audit_event_patient (event_id, patient_id) SELECT ?, unnest(?::uuid[])", event, ids);
    }

    private void insert(Collection<AuditEvent> events) {
        jdbc.batchUpdate("""
                        INSERT INTO audit_event
                          (id, at, actor, actor_roles, action, outcome, reason, patient_id, subject_id, address, session, instance)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """, events.stream().map(AuditTrail::row).toList());
    }

    private static @Nullable Object[] row(AuditEvent event) {
        return new @Nullable Object[] {
            event.id(),
            Timestamp.from(event.at()),
            event.actor().value(),
            event.actorRoles(),
            event.action(),
            event.outcome().name(),
            event.reason(),
            event.patient() == null ? null : event.patient().value(),
            event.subject(),
            event.address(),
            event.session(),
            event.instance()
        };
    }
}
