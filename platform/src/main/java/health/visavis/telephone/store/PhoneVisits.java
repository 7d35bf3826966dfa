package health.visavis.telephone.store;

import health.visavis.access.PatientRows;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.VisitId;
import health.visavis.keys.RowContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Visits that are held by telephone.
@Component
public class PhoneVisits {

    /// @param number sealed for [#numberOf]
    public record PhoneVisit(VisitId visit, PatientId patient, byte[] number, Instant markedAt) {}

    private final JdbcClient jdbc;
    private final PatientRows rows;

    PhoneVisits(JdbcClient jdbc, PatientRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    public static RowContext numberOf(VisitId visit) {
        return RowContext.of("phone_visit", "number", visit.value());
    }

    public void put(PhoneVisit visit, PersonId by) {
        rows.sql("""
                        INSERT INTO phone_visit (visit_id, patient_id, number, marked_by, marked_at) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (visit_id) DO UPDATE
                           SET number = EXCLUDED.number, marked_by = EXCLUDED.marked_by, marked_at = EXCLUDED.marked_at
                        """)
                .params(
                        visit.visit().value(),
                        visit.patient().value(),
                        visit.number(),
                        by.value(),
                        Timestamp.from(visit.markedAt()))
                .update();
    }

    public boolean remove(VisitId visit) {
        return rows.sql("DELETE FROM phone_visit WHERE visit_id = ?")
                        .param(visit.value())
                        .update()
                > 0;
    }

    public Optional<PhoneVisit> find(VisitId visit) {
        return rows.sql("SELECT visit_id, patient_id, number, marked_at FROM phone_visit WHERE visit_id = ?")
                .param(visit.value())
                .query((row, number) -> new PhoneVisit(
                        new VisitId(row.getObject("visit_id", UUID.class)),
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getBytes("number"),
                        row.getTimestamp("marked_at").toInstant()))
                .optional();
    }

    /// Which of these are held by telephone, whosever they are; no number.
    public Set<VisitId> among(Collection<VisitId> visits) {
        return jdbc.sql("SELECT phone_visit_among(?)")
                .param(visits.stream().map(VisitId::value).toArray(UUID[]::new))
                .query((row, number) -> new VisitId(row.getObject(1, UUID.class)))
                .set();
    }
}
