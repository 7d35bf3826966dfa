package health.visavis.insight.store;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Patients on watch.
@Repository
public class WatchedPatients {

    private final JdbcClient jdbc;

    WatchedPatients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of them who are.
    public Set<PatientId> of(Collection<PatientId> patients) {
        return new HashSet<>(jdbc.sql("SELECT patient_id FROM watched_patient WHERE patient_id = ANY (?)")
                .param(patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .query((row, number) -> new PatientId(row.getObject("patient_id", UUID.class)))
                .list());
    }

    public void add(PatientId patient, PersonId by, Instant at) {
        jdbc.sql("INSERT INTO watched_patient (patient_id, since, by) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(patient.value(), at.atOffset(ZoneOffset.UTC), by.value())
                .update();
    }

    public void remove(PatientId patient) {
        jdbc.sql("DELETE FROM watched_patient WHERE patient_id = ?")
                .param(patient.value())
                .update();
    }
}
