package health.visavis.breakglass.store;

import health.visavis.breakglass.CodesLeft;
import health.visavis.breakglass.EmergencyReview;
import health.visavis.breakglass.EmergencyReview.Verdict;
import health.visavis.breakglass.UsedCode;
import health.visavis.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sealed codes: their hashes, and what became of each. The application's role can mark one used or withdrawn and
/// change
/// nothing else.
@Repository
public class EmergencyCodes {

    private static final String USED = """
        SELECT code.id, code.number, code.person_id, code.used_at, review.reviewed_by, review.reviewed_at, review.verdict
          FROM emergency_code code
          LEFT JOIN emergency_code_review review ON review.code_id = code.id
         WHERE code.used_at IS NOT NULL
        """;

    /// @param request what two people have agreed to
    public record New(UUID id, UUID request, PersonId of, Instant madeAt) {}

    /// What there is to compare with.
    ///
    /// @param hash 256 bits
    public record Kept(PersonId of, byte[] salt, int iterations, byte[] hash) {

        @Override
        public String toString() {
            return "Kept[" + of + "]";
        }
    }

    public record Reviewed(UsedCode code, EmergencyReview review) {}

    private final JdbcClient jdbc;

    EmergencyCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Until the transaction ends nobody else makes codes for this person.
    public void takeTurn(PersonId of) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("emergency_code " + of)
                .query((row, number) -> true)
                .single();
    }

    /// @return its number
    public long add(New code, byte[] salt, int iterations, byte[] hash) {
        return jdbc.sql("""
                        INSERT INTO emergency_code (id, request_id, person_id, salt, iterations, hash, made_at)
                        VALUES (:id, :request, :person, :salt, :iterations, :hash, :made)
                        RETURNING number
                        """)
                .param("id", code.id())
                .param("request", code.request())
                .param("person", code.of().value())
                .param("salt", salt)
                .param("iterations", iterations)
                .param("hash", hash)
                .param("made", Timestamp.from(code.madeAt()))
                .query(Long.class)
                .single();
    }

    public Optional<Kept> find(long number) {
        return jdbc.sql("SELECT person_id, salt, iterations, hash FROM emergency_code WHERE number = ?")
                .param(number)
                .query((row, count) -> new Kept(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getBytes("salt"),
                        row.getInt("iterations"),
                        row.getBytes("hash")))
                .optional();
    }

    /// Finds it and marks it used in one statement: of two that try at once one gets in.
    public Optional<UsedCode> use(long number, byte[] hash, Instant now) {
        return jdbc.sql("""
                        UPDATE emergency_code SET used_at = :now
                         WHERE number = :number AND hash = :hash AND used_at IS NULL AND withdrawn_at IS NULL
                        RETURNING id, number, person_id, used_at
                        """)
                .param("number", number)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query((row, count) -> used(row))
                .optional();
    }

    /// @return how many opened something until now
    public int withdrawLeft(PersonId of, Instant now) {
        return jdbc.sql("""
                        UPDATE emergency_code SET withdrawn_at = ?
                         WHERE person_id = ? AND used_at IS NULL AND withdrawn_at IS NULL
                        """).params(Timestamp.from(now), of.value()).update();
    }

    /// For whom there are codes, newest first.
    public List<CodesLeft> left() {
        return jdbc.sql("""
                        SELECT person_id, max(made_at) AS made_at, count(*) AS codes FROM emergency_code
                         WHERE used_at IS NULL AND withdrawn_at IS NULL
                         GROUP BY person_id ORDER BY made_at DESC, person_id
                        """)
                .query((row, count) -> new CodesLeft(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getTimestamp("made_at").toInstant(),
                        row.getLong("codes")))
                .list();
    }

    public Optional<UsedCode> used(UUID id) {
        return jdbc.sql(USED + " AND code.id = ?")
                .param(id)
                .query((row, count) -> used(row))
                .optional();
    }

    /// False when somebody has judged it before.
    public boolean judge(UUID id, EmergencyReview review) {
        return jdbc.sql("""
                        INSERT INTO emergency_code_review (code_id, reviewed_by, reviewed_at, verdict)
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

    /// Used and not judged yet, oldest first.
    public List<UsedCode> waiting(int limit) {
        return jdbc.sql(USED + " AND review.code_id IS NULL ORDER BY code.used_at LIMIT ?")
                .param(limit)
                .query((row, count) -> used(row))
                .list();
    }

    public long waitingCount() {
        return jdbc.sql("""
                        SELECT count(*) FROM emergency_code
                         WHERE used_at IS NOT NULL
                           AND NOT EXISTS (SELECT FROM emergency_code_review WHERE code_id = emergency_code.id)
                        """).query(Long.class).single();
    }

    /// The last one first.
    public List<Reviewed> judged(int limit) {
        return jdbc.sql(USED + " AND review.code_id IS NOT NULL ORDER BY review.reviewed_at DESC LIMIT ?")
                .param(limit)
                .query((row, count) -> new Reviewed(
                        used(row),
                        new EmergencyReview(
                                new PersonId(row.getObject("reviewed_by", UUID.class)),
                                row.getTimestamp("reviewed_at").toInstant(),
                                Verdict.valueOf(row.getString("verdict")))))
                .list();
    }

    private static UsedCode used(ResultSet row) throws SQLException {
        return new UsedCode(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getTimestamp("used_at").toInstant());
    }
}
