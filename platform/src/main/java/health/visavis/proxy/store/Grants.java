package health.visavis.proxy.store;

import health.visavis.access.ProxyGrants;
import health.visavis.access.ProxyScope;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import health.visavis.proxy.Basis;
import health.visavis.proxy.ProxyGrant;
import health.visavis.proxy.ProxyGrant.End;
import health.visavis.proxy.Relationship;
import health.visavis.proxy.domain.ProxyRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who may act for whom. Rows are added, never changed: the application's role could not.
@Repository
public class Grants implements ProxyGrants {

    private static final String GRANT = """
        SELECT granted.id, granted.invitation_id, granted.patient_id, granted.person_id, granted.relationship,
               granted.scopes, granted.basis, granted.granted_by, granted.granted_at, granted.until,
               ending.ended_by, ending.ended_at, ending.reason
          FROM proxy_grant granted
          LEFT JOIN proxy_grant_end ending ON ending.grant_id = granted.id
        """;

    private final JdbcClient jdbc;
    private final People people;
    private final ProxyRules rules;
    private final Clock clock;

    Grants(JdbcClient jdbc, People people, ProxyRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.rules = rules;
        this.clock = clock;
    }

    /// Until the transaction ends nobody else changes who acts for this patient.
    public void takeTurn(PatientId patient) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("proxy_grant " + patient)
                .query((row, number) -> true)
                .single();
    }

    public void add(ProxyGrant grant) {
        jdbc.sql("""
            INSERT INTO proxy_grant
              (id, invitation_id, patient_id, person_id, relationship, scopes, basis, granted_by, granted_at, until)
            VALUES (:id, :invitation, :patient, :person, :relationship, :scopes, :basis, :by, :at, :until)
            """)
                .param("id", grant.id())
                .param("invitation", grant.invitation())
                .param("patient", grant.patient().value())
                .param("person", grant.person().value())
                .param("relationship", grant.relationship().name())
                .param("scopes", names(grant.scopes()))
                .param("basis", grant.basis().name())
                .param("by", grant.grantedBy().value())
                .param("at", Timestamp.from(grant.grantedAt()))
                .param("until", grant.basis() == Basis.MINOR ? null : Timestamp.from(grant.until()))
                .update();
    }

    /// False when it was ended before.
    public boolean end(UUID grant, End end) {
        return jdbc.sql("""
            INSERT INTO proxy_grant_end (grant_id, ended_by, ended_at, reason) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)
                        .params(
                                grant,
                                end.by().value(),
                                Timestamp.from(end.at()),
                                end.reason().name())
                        .update()
                > 0;
    }

    @Override
    public Set<ProxyScope> scopesOf(PersonId person, PatientId patient) {
        return activeOf(person, clock.instant()).stream()
                .filter(grant -> grant.patient().equals(patient))
                .map(ProxyGrant::scopes)
                .findFirst()
                .orElse(Set.of());
    }

    /// For whom this person may act, the last granted first. Nobody acts whose account, or whose patient's, was
    /// deactivated.
    public List<ProxyGrant> activeOf(PersonId person, Instant now) {
        return found(GRANT + """
             WHERE granted.person_id = ? AND (granted.until IS NULL OR granted.until > ?) AND ending.ended_at IS NULL
             ORDER BY granted.granted_at DESC
            """, person.value(), Timestamp.from(now)).stream()
                .filter(grant -> grant.isActiveAt(now) && people.areActive(person, grant.patient()))
                .toList();
    }

    /// The last granted first, those included that are over.
    public List<ProxyGrant> of(PatientId patient) {
        return found(GRANT + "WHERE granted.patient_id = ? ORDER BY granted.granted_at DESC", patient.value());
    }

    public Optional<ProxyGrant> find(UUID id) {
        return found(GRANT + "WHERE granted.id = ?", id).stream().findFirst();
    }

    private List<ProxyGrant> found(String sql, Object... parameters) {
        var rows = jdbc.sql(sql)
                .params(parameters)
                .query((row, number) -> row(row))
                .list();
        var children = grownUpAt(rows.stream()
                .filter(row -> row.until == null)
                .map(row -> row.patient)
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> row.grant(row.until == null ? children.getOrDefault(row.patient, row.at) : row.until))
                .toList();
    }

    private Map<PatientId, Instant> grownUpAt(List<PatientId> children) {
        return children.isEmpty()
                ? Map.of()
                : people.patients(children).stream()
                        .collect(Collectors.toMap(
                                PatientSummary::id, child -> rules.majority().reachedAt(child.bornOn(), child.zone())));
    }

    static String[] names(Set<ProxyScope> scopes) {
        return scopes.stream().sorted().map(ProxyScope::name).toArray(String[]::new);
    }

    static Set<ProxyScope> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(ProxyScope::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ProxyScope.class)));
    }

    /// @param until null for a child
    private record Row(
            UUID id,
            UUID invitation,
            PatientId patient,
            PersonId person,
            Relationship relationship,
            Set<ProxyScope> scopes,
            Basis basis,
            PersonId by,
            Instant at,
            @Nullable Instant until,
            @Nullable End ended) {

        ProxyGrant grant(Instant over) {
            return new ProxyGrant(id, invitation, patient, person, relationship, scopes, basis, by, at, over, ended);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        var until = row.getTimestamp("until");
        var endedAt = row.getTimestamp("ended_at");
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("invitation_id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                Relationship.valueOf(row.getString("relationship")),
                scopes(row),
                Basis.valueOf(row.getString("basis")),
                new PersonId(row.getObject("granted_by", UUID.class)),
                row.getTimestamp("granted_at").toInstant(),
                until == null ? null : until.toInstant(),
                endedAt == null
                        ? null
                        : new End(
                                new PersonId(row.getObject("ended_by", UUID.class)),
                                endedAt.toInstant(),
                                End.Reason.valueOf(row.getString("reason"))));
    }
}
