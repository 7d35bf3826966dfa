package health.visavis.local.signin.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where the application is reached. A second instance adds its own address while it runs beside the first.
public final class ApplicationAddresses {

    private final JdbcClient jdbc;

    public ApplicationAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<String> all() {
        return jdbc.sql("SELECT base_url FROM application_address ORDER BY base_url")
                .query((row, number) -> row.getString("base_url"))
                .list();
    }

    public void add(String baseUrl) {
        jdbc.sql("INSERT INTO application_address (base_url) VALUES (?) ON CONFLICT DO NOTHING")
                .param(baseUrl)
                .update();
    }

    public void clear() {
        jdbc.sql("DELETE FROM application_address").update();
    }
}
