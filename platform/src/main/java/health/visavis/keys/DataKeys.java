package health.visavis.keys;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeOrderedId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of wrapped data keys.
@Component
class DataKeys {

    sealed interface StoredKey {

        UUID id();

        record Kept(UUID id, WrappedKey wrapped) implements StoredKey {}

        record Destroyed(UUID id) implements StoredKey {}
    }

    /// Before all ids.
    static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Clock clock;

    DataKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<StoredKey> ofPatient(PatientId patient) {
        return jdbc.sql("SELECT id, vault_key, wrapped FROM data_key WHERE patient_id = ?")
                .param(patient.value())
                .query((row, number) -> stored(row))
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

    /// Versions of the wrapping key that are not revoked, the first seen first, and how many data keys each has
    /// wrapped.
    List<KeyStanding.Version> versions() {
        return jdbc.sql("""
                        SELECT coalesce(key_id, vault_key) AS key_id, coalesce(data_keys, 0) AS data_keys
                          FROM vault_key_version
                          FULL JOIN (SELECT vault_key, count(*) AS data_keys FROM data_key
                                      WHERE vault_key IS NOT NULL GROUP BY vault_key) AS used ON vault_key = key_id
                         WHERE revoked_at IS NULL OR data_keys > 0
                         ORDER BY seen_at NULLS LAST, key_id
                        """)
                .query((row, number) -> new KeyStanding.Version(row.getString("key_id"), row.getLong("data_keys")))
                .list();
    }

    /// That there is such a version. A second time is quiet.
    void noteVersion(String keyId) {
        jdbc.sql("INSERT INTO vault_key_version (key_id, seen_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(keyId, Timestamp.from(clock.instant()))
                .update();
    }

    void noteRevoked(String keyId) {
        jdbc.sql("UPDATE vault_key_version SET revoked_at = ? WHERE key_id = ? AND revoked_at IS NULL")
                .params(Timestamp.from(clock.instant()), keyId)
                .update();
    }

    long destroyed() {
        return jdbc.sql("SELECT count(*) FROM data_key WHERE destroyed_at IS NOT NULL")
                .query(Long.class)
                .single();
    }

    /// The next ones in the order of their ids.
    ///
    /// @param after the last one of before, or [#FIRST]
    List<StoredKey.Kept> wrappedBy(Collection<String> keyIds, UUID after, int limit) {
        return jdbc.sql("""
                        SELECT id, vault_key, wrapped FROM data_key
                         WHERE vault_key = ANY (?) AND id > ? ORDER BY id LIMIT ?
                        """)
                .params(keyIds.toArray(String[]::new), after, limit)
                .query((row, number) -> kept(row))
                .list();
    }

    /// False when somebody else has wrapped or destroyed it meanwhile: theirs stays.
    boolean rewrap(StoredKey.Kept before, WrappedKey now) {
        return jdbc.sql("UPDATE data_key SET vault_key = ?, wrapped = ? WHERE id = ? AND vault_key = ? AND wrapped = ?")
                        .params(
                                now.keyId(),
                                now.bytes(),
                                before.id(),
                                before.wrapped().keyId(),
                                before.wrapped().bytes())
                        .update()
                > 0;
    }

    /// Of a patient who has none yet too, so that none is made later. A second time is quiet.
    void destroy(PatientId patient) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        INSERT INTO data_key (id, patient_id, created_at, destroyed_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (patient_id) DO UPDATE
                          SET vault_key = NULL, wrapped = NULL,
                              destroyed_at = coalesce(data_key.destroyed_at, EXCLUDED.destroyed_at)
                        """).params(TimeOrderedId.next(), patient.value(), now, now).update();
    }

    private static StoredKey stored(ResultSet row) throws SQLException {
        return row.getBytes("wrapped") == null ? new StoredKey.Destroyed(row.getObject("id", UUID.class)) : kept(row);
    }

    private static StoredKey.Kept kept(ResultSet row) throws SQLException {
        return new StoredKey.Kept(
                row.getObject("id", UUID.class), new WrappedKey(row.getString("vault_key"), row.getBytes("wrapped")));
    }
}
