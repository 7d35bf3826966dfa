package health.visavis.emergency.store;

import health.visavis.access.PatientRows;
import health.visavis.emergency.EmergencyStanding.Raised;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.VisitId;
import health.visavis.keys.RowContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class EmergencyLog {

    /// @param place sealed for [#placeOf]
    public record KeptPlace(VisitId visit, byte[] place, Instant confirmedAt) {}

    private final JdbcClient jdbc;
    private final PatientRows rows;

    EmergencyLog(JdbcClient jdbc, PatientRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    public static RowContext placeOf(VisitId visit) {
        return RowContext.of("visit_place", "place", visit.value());
    }

    public void confirm(VisitId visit, PatientId patient, byte[] place, PersonId by, Instant at) {
        rows.sql("""
                        INSERT INTO visit_place (visit_id, patient_id, place, confirmed_by, confirmed_at)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (visit_id) DO UPDATE
                           SET place = EXCLUDED.place, confirmed_by = EXCLUDED.confirmed_by,
                               confirmed_at = EXCLUDED.confirmed_at
                        """)
                .params(visit.value(), patient.value(), place, by.value(), Timestamp.from(at))
                .update();
    }

    public Optional<KeptPlace> placeNamedFor(VisitId visit) {
        return rows.sql("SELECT visit_id, place, confirmed_at FROM visit_place WHERE visit_id = ?")
                .param(visit.value())
                .query(EmergencyLog::kept)
                .optional();
    }

    public Optional<KeptPlace> newestPlace(PatientId patient) {
        return rows.sql("""
                        SELECT visit_id, place, confirmed_at FROM visit_place WHERE patient_id = ?
                         ORDER BY confirmed_at DESC LIMIT 1
                        """).param(patient.value()).query(EmergencyLog::kept).optional();
    }

    public void raise(UUID id, VisitId visit, PersonId by, boolean patient, Instant at) {
        jdbc.sql("INSERT INTO emergency_call (id, visit_id, raised_by, patient, raised_at) VALUES (?, ?, ?, ?, ?)")
                .params(id, visit.value(), by.value(), patient, Timestamp.from(at))
                .update();
    }

    public List<Raised> raised(VisitId visit) {
        return jdbc.sql(
                        "SELECT raised_at, patient, raised_by FROM emergency_call WHERE visit_id = ? ORDER BY raised_at")
                .param(visit.value())
                .query((row, number) -> new Raised(
                        row.getTimestamp("raised_at").toInstant(),
                        row.getBoolean("patient"),
                        new PersonId(row.getObject("raised_by", UUID.class))))
                .list();
    }

    public Optional<Instant> lastRaised(VisitId visit) {
        return Optional.ofNullable(lastRaised(List.of(visit)).get(visit));
    }

    public Map<VisitId, Instant> lastRaised(Collection<VisitId> visits) {
        var found = new HashMap<VisitId, Instant>();
        jdbc.sql(
                        "SELECT visit_id, max(raised_at) AS last FROM emergency_call WHERE visit_id = ANY(?) GROUP BY visit_id")
                .param(visits.stream().map(VisitId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            new VisitId(row.getObject("visit_id", UUID.class)),
                            row.getTimestamp("last").toInstant());
                });
        return found;
    }

    private static KeptPlace kept(ResultSet row, int number) throws SQLException {
        return new KeptPlace(
                new VisitId(row.getObject("visit_id", UUID.class)),
                row.getBytes("place"),
                row.getTimestamp("confirmed_at").toInstant());
    }
}
