package health.visavis.consent.store;

import health.visavis.consent.Consent;
import health.visavis.consent.Consent.Statement;
import health.visavis.consent.ConsentKind;
import health.visavis.consent.Recipients;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What patients agreed to. Rows are added, never changed: the application's role could not.
@Repository
public class Consents {

    private static final String CONSENT = """
        SELECT consent.*, withdrawal.withdrawn_at
          FROM consent LEFT JOIN consent_withdrawal withdrawal ON withdrawal.consent_id = consent.id
        """;

    private final JdbcClient jdbc;

    Consents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Until the transaction ends nobody else gives or withdraws a consent of this patient.
    public void takeTurn(PatientId patient) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("consent " + patient)
                .query((row, number) -> true)
                .single();
    }

    public void add(Consent consent) {
        jdbc.sql("""
            INSERT INTO consent (id, patient_id, kind, clinician_id, wording, language, given_by, given_at, expires_at)
            VALUES (:id, :patient, :kind, :clinician, :wording, :language, :by, :given, :expires)
            """)
                .param("id", consent.id())
                .param("patient", consent.patient().value())
                .param("kind", consent.statement().kind().name())
                .param("clinician", clinician(consent.recipients()), Types.OTHER)
                .param("wording", consent.statement().wording())
                .param("language", consent.statement().language())
                .param("by", consent.givenBy().value())
                .param("given", Timestamp.from(consent.givenAt()))
                .param(
                        "expires",
                        consent.expiresAt() == null ? null : Timestamp.from(consent.expiresAt()),
                        Types.TIMESTAMP)
                .update();
    }

    /// False when it was withdrawn before.
    public boolean withdraw(UUID consent, PersonId by, Instant at) {
        return jdbc.sql("""
            INSERT INTO consent_withdrawal (consent_id, withdrawn_by, withdrawn_at)
            VALUES (?, ?, ?) ON CONFLICT DO NOTHING
            """).params(consent, by.value(), Timestamp.from(at)).update() > 0;
    }

    public Optional<Consent> find(UUID id) {
        return jdbc.sql(CONSENT + "WHERE consent.id = ?")
                .param(id)
                .query((row, number) -> consent(row))
                .optional();
    }

    /// The last one first.
    public List<Consent> of(PatientId patient) {
        return jdbc.sql(CONSENT + "WHERE consent.patient_id = ? ORDER BY consent.given_at DESC, consent.id DESC")
                .param(patient.value())
                .query((row, number) -> consent(row))
                .list();
    }

    /// Asked at each decision.
    public List<Consent> inForce(PatientId patient, ConsentKind kind, Instant now) {
        return jdbc.sql(CONSENT + """
            WHERE consent.patient_id = :patient AND consent.kind = :kind AND consent.given_at <= :now
              AND (consent.expires_at IS NULL OR consent.expires_at > :now)
              AND (withdrawal.withdrawn_at IS NULL OR withdrawal.withdrawn_at > :now)
            """)
                .param("patient", patient.value())
                .param("kind", kind.name())
                .param("now", Timestamp.from(now))
                .query((row, number) -> consent(row))
                .list();
    }

    private static @Nullable UUID clinician(Recipients recipients) {
        return switch (recipients) {
            case Recipients.AllWhoTreat _ -> null;
            case Recipients.OneClinician one -> one.clinician().value();
        };
    }

    private static Consent consent(ResultSet row) throws SQLException {
        var clinician = row.getObject("clinician_id", UUID.class);
        var expires = row.getTimestamp("expires_at");
        var withdrawn = row.getTimestamp("withdrawn_at");
        return new Consent(
                row.getObject("id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                new Statement(
                        ConsentKind.valueOf(row.getString("kind")), row.getInt("wording"), row.getString("language")),
                clinician == null
                        ? new Recipients.AllWhoTreat()
                        : new Recipients.OneClinician(new ClinicianId(clinician)),
                new PersonId(row.getObject("given_by", UUID.class)),
                row.getTimestamp("given_at").toInstant(),
                expires == null ? null : expires.toInstant(),
                withdrawn == null ? null : withdrawn.toInstant());
    }
}
