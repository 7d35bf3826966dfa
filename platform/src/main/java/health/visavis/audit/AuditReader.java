package health.visavis.audit;

import health.visavis.audit.AuditEvent.Outcome;
import health.visavis.audit.store.RecordedRows;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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

    /// As [#findWithoutPermissionCheck]: what was done since then by people, not by processes of ours, oldest first,
    /// with the patients that lists showed.
    ///
    /// @param from not included
    public List<RecordedEvent> doneWithoutPermissionCheck(Set<String> actions, Outcome outcome, Instant from) {
        return jdbc.sql("""
                        SELECT event.*,
                               (SELECT array_agg(patient_id) FROM audit_event_patient WHERE event_id = event.id) AS shown
                          FROM audit_event event
                         WHERE at > ? AND action = ANY (?) AND outcome = ? AND actor_roles <> 'SYSTEM'
                         ORDER BY at, id
                        """)
                .params(Timestamp.from(from), actions.toArray(String[]::new), outcome.name())
                .query((row, number) -> RecordedRows.read(row))
                .list();
    }

    /// As [#findWithoutPermissionCheck]: whether somebody had this role in something before.
    public boolean hadRoleWithoutPermissionCheck(PersonId actor, String role, Instant before) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM audit_event WHERE actor = ? AND at < ?
                                          AND ? = ANY (string_to_array(actor_roles, ',')))
                        """)
                .params(actor.value(), Timestamp.from(before), role)
                .query(Boolean.class)
                .single();
    }

    /// As [#findWithoutPermissionCheck]: who did something with this role in that time, and was allowed to.
    ///
    /// @param from included
    /// @param until included
    public Set<PersonId> actedAsWithoutPermissionCheck(String role, Instant from, Instant until) {
        return Set.copyOf(jdbc.sql("""
                        SELECT DISTINCT actor FROM audit_event
                         WHERE at BETWEEN ? AND ? AND outcome = 'GRANTED' AND ? = ANY (string_to_array(actor_roles, ','))
                        """)
                .params(Timestamp.from(from), Timestamp.from(until), role)
                .query((row, number) -> new PersonId(row.getObject("actor", UUID.class)))
                .list());
    }

    /// As [#findWithoutPermissionCheck]: whether anybody else did something with this role up to then, and was allowed
    /// to.
    ///
    /// @param until included
    public boolean anybodyElseHadRoleWithoutPermissionCheck(PersonId person, String role, Instant until) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM audit_event WHERE actor <> ? AND at <= ? AND outcome = 'GRANTED'
                                          AND ? = ANY (string_to_array(actor_roles, ',')))
                        """)
                .params(person.value(), Timestamp.from(until), role)
                .query(Boolean.class)
                .single();
    }

    /// What one person had to do with one patient's data, each row and each list once.
    ///
    /// @param roles of the last of them, comma separated
    public record Accesses(
            PersonId actor,
            String roles,
            PatientId patient,
            long times,
            long refused,
            Instant firstAt,
            Instant lastAt) {}

    /// As [#findWithoutPermissionCheck]: who had to do with whose data, the last one first. Without what patients did
    /// with their own, and without processes of ours. Action and outcome of the query do not matter.
    ///
    /// @param without acts that open nobody's data, such as signing in
    public List<Accesses> accessesWithoutPermissionCheck(AuditQuery query, Set<String> without) {
        return jdbc.sql("""
                        WITH touched AS (
                          SELECT event.id, at, actor, actor_roles, outcome, patient_id FROM audit_event event
                           WHERE at >= :from AND at < :before AND patient_id IS NOT NULL AND actor_roles <> 'SYSTEM'
                             AND NOT (actor_roles = 'PATIENT' AND reason = 'own') AND NOT (action = ANY (:without))
                             AND (:actor::uuid IS NULL OR actor = :actor)
                             AND (:patient::uuid IS NULL OR patient_id = :patient)
                          UNION
                          SELECT event.id, at, actor, actor_roles, outcome, shown.patient_id
                            FROM audit_event event JOIN audit_event_patient shown ON shown.event_id = event.id
                           WHERE at >= :from AND at < :before AND actor_roles NOT IN ('SYSTEM', 'PATIENT')
                             AND (:actor::uuid IS NULL OR actor = :actor)
                             AND (:patient::uuid IS NULL OR shown.patient_id = :patient))
                        SELECT actor, patient_id, count(*) AS times, count(*) FILTER (WHERE outcome = 'REFUSED') AS refused,
                               min(at) AS first_at, max(at) AS last_at,
                               (array_agg(actor_roles ORDER BY at DESC))[1] AS roles
                          FROM touched GROUP BY actor, patient_id
                         ORDER BY last_at DESC, actor, patient_id LIMIT :limit
                        """)
                .param("from", Timestamp.from(query.from()))
                .param("before", Timestamp.from(query.before()))
                .param("actor", query.actor() == null ? null : query.actor().value())
                .param(
                        "patient",
                        query.patient() == null ? null : query.patient().value())
                .param("without", without.toArray(String[]::new))
                .param("limit", query.limit())
                .query((row, number) -> new Accesses(
                        new PersonId(row.getObject("actor", UUID.class)),
                        row.getString("roles"),
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getLong("times"),
                        row.getLong("refused"),
                        row.getTimestamp("first_at").toInstant(),
                        row.getTimestamp("last_at").toInstant()))
                .list();
    }

    /// As [#findWithoutPermissionCheck]: rows of these actions that are about one patient, but for what patients did
    /// with their own and processes of ours, newest first. Action and outcome of the query do not matter.
    public List<AuditEvent> aboutPatientsWithoutPermissionCheck(Set<String> actions, AuditQuery query) {
        return jdbc.sql("""
                        SELECT * FROM audit_event
                         WHERE at >= :from AND at < :before AND patient_id IS NOT NULL AND action = ANY (:actions)
                           AND actor_roles NOT IN ('SYSTEM', 'PATIENT')
                           AND (:actor::uuid IS NULL OR actor = :actor)
                           AND (:patient::uuid IS NULL OR patient_id = :patient)
                         ORDER BY at DESC, id DESC LIMIT :limit
                        """)
                .param("from", Timestamp.from(query.from()))
                .param("before", Timestamp.from(query.before()))
                .param("actions", actions.toArray(String[]::new))
                .param("actor", query.actor() == null ? null : query.actor().value())
                .param(
                        "patient",
                        query.patient() == null ? null : query.patient().value())
                .param("limit", query.limit())
                .query((row, number) -> RecordedRows.event(row))
                .list();
    }
}
