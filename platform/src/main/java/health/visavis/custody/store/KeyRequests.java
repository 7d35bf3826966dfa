package health.visavis.custody.store;

import health.visavis.custody.domain.KeyAct;
import health.visavis.custody.domain.KeyRequest;
import health.visavis.custody.domain.KeyRequest.Agreement;
import health.visavis.custody.domain.KeyRequest.Approved;
import health.visavis.custody.domain.KeyRequest.Asked;
import health.visavis.custody.domain.KeyRequest.Backed;
import health.visavis.custody.domain.KeyRequest.Closed;
import health.visavis.custody.domain.KeyRequest.Ending;
import health.visavis.custody.domain.KeyRequest.Terms;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Requests about keys, open and closed.
@Repository
public class KeyRequests {

    private static final int SHOWN = 100;

    private final JdbcClient jdbc;

    KeyRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Asked asked) {
        var terms = asked.terms();
        var act = terms.act();
        jdbc.sql("""
                        INSERT INTO key_request (id, act, patient_id, vault_key, person_id, reason, asked_at, open_until, state)
                        VALUES (:id, :act, :patient, :key, :person, :reason, :asked, :until, 'ASKED')
                        """)
                .param("id", terms.id())
                .param(
                        "act",
                        switch (act) {
                            case KeyAct.Rotate _ -> "ROTATE";
                            case KeyAct.Destroy _ -> "DESTROY";
                            case KeyAct.Revoke _ -> "REVOKE";
                            case KeyAct.MakeCodes _ -> "CODES";
                        })
                .param("patient", act.patient().map(PatientId::value).orElse(null))
                .param("key", act instanceof KeyAct.Revoke revoke ? revoke.keyId() : null)
                .param(
                        "person",
                        act instanceof KeyAct.MakeCodes codes ? codes.of().value() : null)
                .param("reason", terms.reason())
                .param("asked", Timestamp.from(terms.askedAt()))
                .param("until", Timestamp.from(terms.until()))
                .update();
    }

    public Optional<KeyRequest> find(UUID id) {
        return jdbc.sql("SELECT * FROM key_request WHERE id = ?")
                .param(id)
                .query((row, number) -> request(row))
                .optional();
    }

    /// Until the transaction ends nobody else decides about it.
    public Optional<KeyRequest> held(UUID id) {
        return jdbc.sql("SELECT * FROM key_request WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, number) -> request(row))
                .optional();
    }

    public void backed(Backed backed) {
        jdbc.sql("UPDATE key_request SET state = 'BACKED', first_by = ?, first_at = ? WHERE id = ?")
                .params(
                        backed.first().by().value(),
                        Timestamp.from(backed.first().at()),
                        backed.terms().id())
                .update();
    }

    public void approved(Approved approved) {
        jdbc.sql("UPDATE key_request SET state = 'APPROVED', second_by = ?, second_at = ? WHERE id = ?")
                .params(
                        approved.second().by().value(),
                        Timestamp.from(approved.second().at()),
                        approved.terms().id())
                .update();
    }

    /// False when it was closed before.
    public boolean close(UUID id, Ending ending, PersonId by, Instant at) {
        return jdbc.sql("""
                                UPDATE key_request SET state = ?, closed_by = ?, closed_at = ?
                                 WHERE id = ? AND closed_at IS NULL
                                """)
                        .params(ending.name(), by.value(), Timestamp.from(at), id)
                        .update()
                > 0;
    }

    /// Not closed and not lapsed, oldest first. Codes wait for somebody at the machine, who may never come.
    public List<KeyRequest> open(Instant now) {
        return jdbc.sql("""
                        SELECT * FROM key_request
                         WHERE state = 'APPROVED' AND act <> 'CODES'
                            OR state IN ('ASKED', 'BACKED', 'APPROVED') AND open_until > ?
                         ORDER BY asked_at, id LIMIT ?
                        """)
                .params(Timestamp.from(now), SHOWN)
                .query((row, number) -> request(row))
                .list();
    }

    /// Newest first.
    public List<Closed> closed() {
        return jdbc.sql("SELECT * FROM key_request WHERE closed_at IS NOT NULL ORDER BY closed_at DESC, id LIMIT ?")
                .param(SHOWN)
                .query((row, number) -> (Closed) request(row))
                .list();
    }

    /// The next that is done by itself, for one instance: the others do not see it until `patience` is over.
    public Optional<Approved> claim(Instant now, Duration patience) {
        return jdbc.sql("""
                        UPDATE key_request SET claimed_at = ?
                         WHERE id = (SELECT id FROM key_request
                                      WHERE state = 'APPROVED' AND act <> 'CODES' AND (claimed_at IS NULL OR claimed_at <= ?)
                                      ORDER BY second_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .params(Timestamp.from(now), Timestamp.from(now.minus(patience)))
                .query((row, number) -> (Approved) request(row))
                .optional();
    }

    private static KeyRequest request(ResultSet row) throws SQLException {
        var terms = new Terms(
                row.getObject("id", UUID.class),
                act(row),
                row.getString("reason"),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("open_until").toInstant());
        return switch (row.getString("state")) {
            case "ASKED" -> new Asked(terms);
            case "BACKED" -> new Backed(terms, agreement(row, "first"));
            case "APPROVED" -> new Approved(terms, agreement(row, "first"), agreement(row, "second"));
            default ->
                new Closed(
                        terms,
                        Ending.valueOf(row.getString("state")),
                        row.getTimestamp("closed_at").toInstant());
        };
    }

    private static KeyAct act(ResultSet row) throws SQLException {
        return switch (row.getString("act")) {
            case "ROTATE" -> new KeyAct.Rotate();
            case "CODES" -> new KeyAct.MakeCodes(new PersonId(row.getObject("person_id", UUID.class)));
            case "DESTROY" -> new KeyAct.Destroy(new PatientId(row.getObject("patient_id", UUID.class)));
            default -> new KeyAct.Revoke(row.getString("vault_key"));
        };
    }

    private static Agreement agreement(ResultSet row, String which) throws SQLException {
        return new Agreement(
                new PersonId(row.getObject(which + "_by", UUID.class)),
                row.getTimestamp(which + "_at").toInstant());
    }
}
