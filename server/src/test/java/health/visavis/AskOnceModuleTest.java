package health.visavis;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.server.ServerTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.support.ResourcePatternResolver;

/// With the migrations of every jar: one folder whose module keeps no history would let each start ask them all.
@ServerTest
class AskOnceModuleTest {

    @Autowired
    Flyway flyway;

    @Autowired
    FlywayMigrationStrategy strategy;

    @Autowired
    ResourcePatternResolver resources;

    @Test
    void theApplicationAsksOnceAndNoModuleWhenNothingIsDue() {
        var asked = new AtomicInteger();

        new DueMigrations(_ -> asked.incrementAndGet(), resources).migrate(flyway);

        assertThat(asked).hasValue(0);
        assertThat(strategy).isInstanceOf(DueMigrations.class);
    }
}
