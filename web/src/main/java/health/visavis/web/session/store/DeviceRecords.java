package health.visavis.web.session.store;

import health.visavis.kernel.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class DeviceRecords {

    private final JdbcClient jdbc;

    DeviceRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean anyOf(PersonId person) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM known_device WHERE person_id = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    /// @return whether this person had not been seen there
    public boolean see(PersonId person, byte[] device, Instant at) {
        return jdbc.sql("""
                        INSERT INTO known_device (person_id, device_hash, seen_at) VALUES (:person, :device, :at)
                        ON CONFLICT (person_id, device_hash) DO UPDATE SET seen_at = EXCLUDED.seen_at
                        RETURNING xmax = 0
                        """)
                .param("person", person.value())
                .param("device", device)
                .param("at", Timestamp.from(at))
                .query(Boolean.class)
                .single();
    }

    public void forgetBefore(PersonId person, Instant at) {
        jdbc.sql("DELETE FROM known_device WHERE person_id = ? AND seen_at < ?")
                .params(person.value(), Timestamp.from(at))
                .update();
    }
}
