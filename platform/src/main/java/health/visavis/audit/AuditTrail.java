package health.visavis.audit;

import health.visavis.kernel.PatientId;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes the trail. There is no method to change or remove a row, and the database role could not either.
@Component
public class AuditTrail {

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Part of the caller's transaction, which must be open: an act and its row are stored together or not at all.
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEvent event) {
        insert(event);
    }

    /// For refusals: the refused transaction has rolled back, the row has to stay.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordRefusal(AuditEvent event) {
        insert(event);
    }

    /// Adds the patients that a list or a search showed to its event.
    @Transactional(propagation = Propagation.MANDATORY)
    public void touched(UUID event, Collection<PatientId> patients) {
        if (patients.isEmpty()) {
            return;
        }
        var ids = patients.stream().map(PatientId::value).distinct().toArray(UUID[]::new);
        jdbc.sql("INSERT INTO audit_event_patient (event_id, patient_id) SELECT ?, unnest(?::uuid[])")
                .params(event, ids)
                .update();
    }

    private void insert(AuditEvent event) {
        jdbc.sql("""
                        INSERT INTO audit_event
                          (id, at, actor, actor_roles, action, outcome, reason, patient_id, subject_id, address, session, instance)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(event.id())
                .param(Timestamp.from(event.at()))
                .param(event.actor().value())
                .param(event.actorRoles())
                .param(event.action())
                .param(event.outcome().name())
                .param(event.reason())
                .param(event.patient() == null ? null : event.patient().value())
                .param(event.subject())
                .param(event.address())
                .param(event.session())
                .param(event.instance())
                .update();
    }
}
