package violations.web;

import org.springframework.jdbc.core.simple.JdbcClient;

public class SqlInAController {

    private final JdbcClient jdbc;

    SqlInAController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count() {
        return jdbc.sql("SELECT 1").query(Integer.class).single();
    }
}
