package health.visavis.people.store;

import health.visavis.people.ExternalId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class ExternalIds {

    public enum Kind {
        PATIENT,
        CLINICIAN,
        CLINIC;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final JdbcClient jdbc;

    ExternalIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Kind kind, ExternalId id, UUID target) {
        jdbc.sql("INSERT INTO external_id (kind, system, value, target_id) VALUES (?, ?, ?, ?)")
                .params(kind.column(), id.system(), id.value(), target)
                .update();
    }

    public Optional<UUID> find(Kind kind, ExternalId id) {
        return jdbc.sql("SELECT target_id FROM external_id WHERE kind = ? AND system = ? AND value = ?")
                .params(kind.column(), id.system(), id.value())
                .query(UUID.class)
                .optional();
    }
}
