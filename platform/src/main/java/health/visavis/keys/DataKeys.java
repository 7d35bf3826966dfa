package health.visavis.keys;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeOrderedId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of wrapped data keys.
@Component
class DataKeys {

    record StoredKey(UUID id, WrappedKey wrapped) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    DataKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<StoredKey> ofPatient(PatientId patient) {
        return jdbc.sql("SELECT id, vault_key, wrapped FROM data_key WHERE patient_id = ?")
                .param(patient.value())
                .query((row, number) -> new StoredKey(
                        row.getObject("id", UUID.class),
                        new WrappedKey(row.getString("vault_key"), row.getBytes("wrapped"))))
                .optional();
    }

    /// Of two that race, the first stays and both get it.
    StoredKey keep(PatientId patient, WrappedKey wrapped) {
        jdbc.sql("""
                        INSERT INTO data_key (id, patient_id, vault_key, wrapped, created_at) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (patient_id) DO NOTHING
                        """)
                .params(
                        TimeOrderedId.next(),
                        patient.value(),
                        wrapped.keyId(),
                        wrapped.bytes(),
                        Timestamp.from(clock.instant()))
                .update();
        return ofPatient(patient).orElseThrow();
    }
}
