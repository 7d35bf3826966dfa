package health.visavis.people.store;

import health.visavis.kernel.ClinicId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class Clinics {

    private final JdbcClient jdbc;

    Clinics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(ClinicId id, String name, @Nullable String phone, ZoneId zone) {
        jdbc.sql("INSERT INTO clinic (id, name, phone, zone) VALUES (:id, :name, :phone, :zone)")
                .param("id", id.value())
                .param("name", name)
                .param("phone", phone)
                .param("zone", zone.getId())
                .update();
    }

    /// @return whether anything was different
    public boolean update(ClinicId id, String name, @Nullable String phone, ZoneId zone) {
        return jdbc.sql("""
                        UPDATE clinic SET name = :name, phone = :phone, zone = :zone
                        WHERE id = :id AND (name, phone, zone) IS DISTINCT FROM (:name, :phone, :zone)
                        """)
                        .param("id", id.value())
                        .param("name", name)
                        .param("phone", phone)
                        .param("zone", zone.getId())
                        .update()
                > 0;
    }
}
