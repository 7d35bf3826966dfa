package health.visavis.visit.store;

import health.visavis.kernel.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class DeviceChecks {

    private final JdbcClient jdbc;

    DeviceChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(PersonId person, String session, Instant at) {
        jdbc.sql("""
                        INSERT INTO device_check (person_id, session, checked_at) VALUES (?, ?, ?)
                        ON CONFLICT (person_id, session) DO UPDATE SET checked_at = excluded.checked_at
                        """).params(person.value(), session, Timestamp.from(at)).update();
    }

    public Optional<Instant> last(PersonId person, String session) {
        return jdbc.sql("SELECT checked_at FROM device_check WHERE person_id = ? AND session = ?")
                .params(person.value(), session)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    public void forgetBefore(Instant at) {
        jdbc.sql("DELETE FROM device_check WHERE checked_at < ?")
                .param(Timestamp.from(at))
                .update();
    }
}
