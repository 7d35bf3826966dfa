package health.visavis.breakglass.store;

import health.visavis.access.EmergencyGrants;
import health.visavis.breakglass.EmergencyAccess;
import health.visavis.breakglass.EmergencyReason;
import health.visavis.breakglass.EmergencyReview;
import health.visavis.breakglass.EmergencyReview.Verdict;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.keys.RowContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Records opened in an emergency. Rows are added, never changed: the application's role could not.
@Repository
public class EmergencyAccesses implements EmergencyGrants {

    private static final String ACCESS = """
        SELECT access.id, access.staff_id, access.patient_id, access.reason, access.opened_at, access.until,
               ending.ended_at, review.reviewed_by, review.reviewed_at, review.verdict
          FROM emergency_access access
          LEFT JOIN emergency_access_end ending ON ending.access_id = access.id
          LEFT JOIN emergency_access_review review ON review.access_id = access.id
        """;

    private static final String OPEN = "access.until > :now AND (ending.ended_at IS NULL OR ending.ended_at > :now)";

    public record Reviewed(EmergencyAccess access, EmergencyReview review) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    EmergencyAccesses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public static RowContext wordsOf(UUID id) {
        return RowContext.of("emergency_access", "words", id);
    }

    /// Until the transaction ends nobody else opens this record for this person.
    public void takeTurn(PersonId staff, PatientId patient) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("emergency_access " + staff + " " + patient)
                .query((row, number) -> true)
                .single();
    }

    /// @param words sealed for [#wordsOf]
    public void add(EmergencyAccess access, byte[] words) {
        jdbc.sql("""
            INSERT INTO emergency_access (id, staff_id, patient_id, reason, words, opened_at, until)
            VALUES (:id, :staff, :patient, :reason, :words, :opened, :until)
            """)
                .param("id", access.id())
                .param("staff", access.staff().value())
                .param("patient", access.patient().value())
                .param("reason", access.reason().name())
                .param("words", words)
                .param("opened", Timestamp.from(access.openedAt()))
                .param("until", Timestamp.from(access.until()))
                .update();
    }

    /// False when it was over already.
    public boolean end(UUID id, Instant at) {
        return jdbc.sql("""
            INSERT INTO emergency_access_end (access_id, ended_at)
            SELECT id, :now FROM emergency_access WHERE id = :id AND until > :now
            ON CONFLICT DO NOTHING
            """).param("id", id).param("now", Timestamp.from(at)).update() > 0;
    }

    /// False when somebody has judged it before.
    public boolean judge(UUID id, EmergencyReview review) {
        return jdbc.sql("""
            INSERT INTO emergency_access_review (access_id, reviewed_by, reviewed_at, verdict)
            VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)
                        .params(
                                id,
                                review.by().value(),
                                Timestamp.from(review.at()),
                                review.verdict().name())
                        .update()
                > 0;
    }

    @Override
    public boolean isOpen(PersonId staff, PatientId patient) {
        return openOf(staff, clock.instant()).stream()
                .anyMatch(open -> open.patient().equals(patient));
    }

    /// The last one first.
    public List<EmergencyAccess> openOf(PersonId staff, Instant now) {
        return jdbc.sql(ACCESS + "WHERE access.staff_id = :staff AND " + OPEN + " ORDER BY access.opened_at DESC")
                .param("staff", staff.value())
                .param("now", Timestamp.from(now))
                .query((row, number) -> access(row))
                .list();
    }

    public List<EmergencyAccess> of(PatientId patient, int limit) {
        return jdbc.sql(ACCESS + "WHERE access.patient_id = ? ORDER BY access.opened_at DESC LIMIT ?")
                .params(patient.value(), limit)
                .query((row, number) -> access(row))
                .list();
    }

    public Optional<EmergencyAccess> find(UUID id) {
        return jdbc.sql(ACCESS + "WHERE access.id = ?")
                .param(id)
                .query((row, number) -> access(row))
                .optional();
    }

    public byte[] words(UUID id) {
        return jdbc.sql("SELECT words FROM emergency_access WHERE id = ?")
                .param(id)
                .query((row, number) -> row.getBytes("words"))
                .single();
    }

    public List<EmergencyAccess> waiting(int limit) {
        return jdbc.sql(ACCESS + "WHERE review.access_id IS NULL ORDER BY access.opened_at LIMIT ?")
                .param(limit)
                .query((row, number) -> access(row))
                .list();
    }

    public long waitingCount() {
        return jdbc.sql("""
            SELECT count(*) FROM emergency_access
             WHERE NOT EXISTS (SELECT FROM emergency_access_review WHERE access_id = emergency_access.id)
            """).query(Long.class).single();
    }

    public List<Reviewed> judged(int limit) {
        return jdbc.sql(ACCESS + "WHERE review.access_id IS NOT NULL ORDER BY review.reviewed_at DESC LIMIT ?")
                .param(limit)
                .query((row, number) -> new Reviewed(
                        access(row),
                        new EmergencyReview(
                                new PersonId(row.getObject("reviewed_by", UUID.class)),
                                row.getTimestamp("reviewed_at").toInstant(),
                                Verdict.valueOf(row.getString("verdict")))))
                .list();
    }

    private static EmergencyAccess access(ResultSet row) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new EmergencyAccess(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("staff_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                EmergencyReason.valueOf(row.getString("reason")),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("until").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
