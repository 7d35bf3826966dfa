package health.visavis.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.kernel.Requirement;
import health.visavis.people.InvitePerson;
import health.visavis.people.PeopleFixtures;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/// A refusal needs a connection for what it asks and one for its row. It never holds both: otherwise as many
/// refusals as there are connections would wait for each other until all of them fail, and nobody else would
/// get one either.
@PlatformTest
@TestPropertySource(
        properties = {
            "spring.datasource.hikari.maximum-pool-size=2",
            // Long enough for a slow machine; a deadlock ends in a failure instead of a hanging build.
            "spring.datasource.hikari.connection-timeout=20000"
        })
class RefusalCrowdModuleTest {

    private static final int CROWD = 8;

    @Autowired
    InvitePerson invitePerson;

    @Autowired
    PeopleFixtures people;

    @Test
    @Requirement("AUD-01")
    void eightRefusalsAtOnceAllReachTheTrailThroughTwoConnections() throws Exception {
        var patient = people.patient();
        var gate = new CyclicBarrier(CROWD);
        try (var threads = Executors.newFixedThreadPool(CROWD)) {
            var refused = threads.invokeAll(
                    Stream.<Callable<Boolean>>generate(() -> () -> {
                                gate.await();
                                return isRefused(patient);
                            })
                            .limit(CROWD)
                            .toList(),
                    60,
                    TimeUnit.SECONDS);

            for (var one : refused) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(new JdbcTemplate(TestDatabase.asSuperuser())
                        .queryForObject(
                                "SELECT count(*) FROM audit_event WHERE actor = ? AND outcome = 'REFUSED'",
                                Integer.class,
                                patient.person().value()))
                .isEqualTo(CROWD);
    }

    private boolean isRefused(Actor patient) {
        try {
            invitePerson.invite(patient, patient.person());
            return false;
        } catch (AccessDenied denied) {
            return true;
        }
    }
}
