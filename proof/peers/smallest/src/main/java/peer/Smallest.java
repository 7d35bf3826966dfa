package peer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// One page that asks the database one thing: what a Spring Boot application with PostgreSQL cannot do without.
@SpringBootApplication
@RestController
class Smallest {

    private final JdbcClient database;

    Smallest(JdbcClient database) {
        this.database = database;
    }

    /// `Smallest DATA-FOLDER PORT`, with the durable settings that Visavis uses.
    static void main(String[] arguments) throws IOException {
        var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(Path.of(arguments[0]))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        System.setProperty("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"));
        System.setProperty("server.port", arguments[1]);
        var application = SpringApplication.run(Smallest.class);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            application.close();
            try {
                postgres.close();
            } catch (IOException alreadyGone) {
                System.err.println("PostgreSQL had already stopped");
            }
        }));
    }

    @GetMapping("/")
    String page() {
        return "<!doctype html><title>Peer</title><p>"
                + database.sql("SELECT current_date").query(String.class).single();
    }
}
