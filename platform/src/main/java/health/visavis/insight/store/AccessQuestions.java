package health.visavis.insight.store;

import health.visavis.access.PatientRows;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Entries of the trail that patients asked about.
@Repository
public class AccessQuestions {

    private static final int AT_ONCE = 200;

    private final PatientRows rows;

    AccessQuestions(PatientRows rows) {
        this.rows = rows;
    }

    public record Stored(
            UUID event,
            PatientId patient,
            Instant askedAt,
            @Nullable Instant closedAt) {}

    /// False when it was asked before.
    public boolean ask(UUID event, PatientId patient, Instant at) {
        return rows.sql("""
                                INSERT INTO access_question (event_id, patient_id, asked_at)
                                VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                                """).params(event, patient.value(), at(at)).update() > 0;
    }

    public List<Stored> of(PatientId patient, Collection<UUID> events) {
        return rows.sql("SELECT * FROM access_question WHERE patient_id = ? AND event_id = ANY (?)")
                .params(patient.value(), events.toArray(UUID[]::new))
                .query((row, number) -> stored(row))
                .list();
    }

    /// Oldest first.
    public List<Stored> open() {
        return rows.sql("SELECT * FROM access_question WHERE closed_at IS NULL ORDER BY asked_at LIMIT ?")
                .param(AT_ONCE)
                .query((row, number) -> stored(row))
                .list();
    }

    /// False when there is no such question, or it is closed already.
    public boolean close(UUID event, PatientId patient, PersonId by, Instant at) {
        return rows.sql("""
                                UPDATE access_question SET closed_at = ?, closed_by = ?
                                 WHERE event_id = ? AND patient_id = ? AND closed_at IS NULL
                                """).params(at(at), by.value(), event, patient.value()).update() > 0;
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var closed = row.getTimestamp("closed_at");
        return new Stored(
                row.getObject("event_id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getTimestamp("asked_at").toInstant(),
                closed == null ? null : closed.toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
