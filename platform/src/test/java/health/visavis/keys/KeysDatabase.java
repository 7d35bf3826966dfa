package health.visavis.keys;

import health.visavis.TestDatabase;
import health.visavis.kernel.PatientId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database of its own with nothing in it but data keys, and the cipher over it with an empty memory.
final class KeysDatabase {

    static final int BATCH = 5;

    private final String name;
    private final JdbcTemplate jdbc;

    private KeysDatabase(String name) {
        this.name = name;
        this.jdbc = new JdbcTemplate(TestDatabase.asSuperuser(name));
    }

    /// As the first migration left it.
    static KeysDatabase before() {
        var name = "keys_" + UUID.randomUUID().toString().replace("-", "");
        new JdbcTemplate(TestDatabase.asSuperuser("postgres")).execute("CREATE DATABASE " + name);
        var made = new KeysDatabase(name);
        made.migrate("V001__create_data_key.sql");
        return made;
    }

    static KeysDatabase now() {
        var made = before();
        made.migrate();
        return made;
    }

    void migrate() {
        migrate("V002__turn_and_destroy_data_keys.sql");
    }

    /// What a backup made now would bring back.
    KeysDatabase backup() {
        var copy = name + "_backup";
        new JdbcTemplate(TestDatabase.asSuperuser("postgres")).execute("CREATE DATABASE " + copy + " TEMPLATE " + name);
        return new KeysDatabase(copy);
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    DataKeys dataKeys() {
        return new DataKeys(JdbcClient.create(jdbc), Clock.systemUTC());
    }

    /// As of an instance that has just started.
    PatientCipher cipher(KeyVault vault) {
        return new PatientCipher(vault, bulkhead(), dataKeys(), new DataKeyCache());
    }

    Rewrapping rewrapping(KeyVault vault) {
        return new Rewrapping(vault, bulkhead(), dataKeys(), BATCH);
    }

    String versionOf(PatientId patient) {
        return jdbc.queryForObject(
                "SELECT vault_key FROM data_key WHERE patient_id = ?", String.class, patient.value());
    }

    static VaultBulkhead bulkhead() {
        return new VaultBulkhead(Clock.systemUTC());
    }

    private void migrate(String script) {
        try {
            jdbc.execute(
                    new ClassPathResource("db/migration/keys/" + script).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
