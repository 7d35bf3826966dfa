package health.visavis.proxy.store;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import health.visavis.proxy.Basis;
import health.visavis.proxy.ProxyInvitation;
import health.visavis.proxy.Relationship;
import health.visavis.proxy.domain.ProxyRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who was asked to act for whom. Open is what was neither taken up nor taken back, while its link is good.
@Repository("proxyInvitations")
public class Invitations {

    private static final String OPEN = """
        SELECT id, patient_id, link_id, given, family, relationship, scopes, basis, until, made_by, made_at, expires_at,
               (SELECT agreed_by FROM proxy_agreement WHERE invitation_id = asked.id) AS agreed_by
          FROM proxy_invitation asked
         WHERE expires_at > :now AND (until IS NULL OR until > :now)
           AND NOT EXISTS (SELECT FROM proxy_grant WHERE invitation_id = asked.id)
           AND NOT EXISTS (SELECT FROM proxy_invitation_end WHERE invitation_id = asked.id)
        """;

    private final JdbcClient jdbc;
    private final People people;
    private final ProxyRules rules;

    Invitations(JdbcClient jdbc, People people, ProxyRules rules) {
        this.jdbc = jdbc;
        this.people = people;
        this.rules = rules;
    }

    public void add(ProxyInvitation asked) {
        jdbc.sql("""
            INSERT INTO proxy_invitation
              (id, patient_id, link_id, given, family, relationship, scopes, basis, until, made_by, made_at, expires_at)
            VALUES (:id, :patient, :link, :given, :family, :relationship, :scopes, :basis, :until, :by, :at, :expires)
            """)
                .param("id", asked.id())
                .param("patient", asked.patient().value())
                .param("link", asked.link())
                .param("given", asked.given())
                .param("family", asked.family())
                .param("relationship", asked.relationship().name())
                .param("scopes", Grants.names(asked.scopes()))
                .param("basis", asked.basis().name())
                .param("until", asked.basis() == Basis.MINOR ? null : Timestamp.from(asked.until()))
                .param("by", asked.madeBy().value())
                .param("at", Timestamp.from(asked.madeAt()))
                .param("expires", Timestamp.from(asked.expiresAt()))
                .update();
    }

    public boolean end(UUID invitation, PersonId by, Instant at) {
        return jdbc.sql("""
            INSERT INTO proxy_invitation_end (invitation_id, ended_by, ended_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
            """).params(invitation, by.value(), Timestamp.from(at)).update() > 0;
    }

    /// False when somebody has agreed before.
    public boolean agree(UUID invitation, PersonId by, Instant at) {
        return jdbc.sql("""
            INSERT INTO proxy_agreement (invitation_id, agreed_by, agreed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
            """).params(invitation, by.value(), Timestamp.from(at)).update() > 0;
    }

    public Optional<ProxyInvitation> open(UUID id, Instant now) {
        return jdbc.sql(OPEN + "AND id = :id")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .query((row, number) -> invitation(row))
                .optional()
                .filter(asked -> now.isBefore(asked.until()));
    }

    /// The last one first.
    public List<ProxyInvitation> openOf(PatientId patient, Instant now) {
        return jdbc
                .sql(OPEN + "AND patient_id = :patient ORDER BY made_at DESC")
                .param("patient", patient.value())
                .param("now", Timestamp.from(now))
                .query((row, number) -> invitation(row))
                .list()
                .stream()
                .filter(asked -> now.isBefore(asked.until()))
                .toList();
    }

    private ProxyInvitation invitation(ResultSet row) throws SQLException {
        var patient = new PatientId(row.getObject("patient_id", UUID.class));
        var until = row.getTimestamp("until");
        var agreedBy = row.getObject("agreed_by", UUID.class);
        return new ProxyInvitation(
                row.getObject("id", UUID.class),
                patient,
                row.getObject("link_id", UUID.class),
                row.getString("given"),
                row.getString("family"),
                Relationship.valueOf(row.getString("relationship")),
                Grants.scopes(row),
                Basis.valueOf(row.getString("basis")),
                until == null ? grownUpAt(patient) : until.toInstant(),
                new PersonId(row.getObject("made_by", UUID.class)),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                agreedBy == null ? null : new PersonId(agreedBy));
    }

    private Instant grownUpAt(PatientId child) {
        return people.patient(child).map(this::grownUpAt).orElse(Instant.EPOCH);
    }

    private Instant grownUpAt(PatientSummary child) {
        return rules.majority().reachedAt(child.bornOn(), child.zone());
    }
}
