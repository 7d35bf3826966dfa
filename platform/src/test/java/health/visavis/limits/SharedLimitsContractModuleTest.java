package health.visavis.limits;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class SharedLimitsContractModuleTest extends LimitsContract {

    @Autowired
    private SharedLimits limits;

    @Autowired
    private MutableClock clock;

    @AfterEach
    void timeRunsOn() {
        clock.reset();
    }

    @Test
    void theDatabaseDoesNotLearnWhoItWas() {
        limits.take(Limit.GUEST_LINKS, "192.0.2.17 of " + who);

        assertThat(JdbcClient.create(TestDatabase.asSuperuser())
                        .sql(
                                "SELECT count(*) FROM rate_bucket WHERE position('192.0.2.17' IN encode(state, 'escape')) > 0")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Override
    Limits limits() {
        return limits;
    }

    @Override
    MutableClock clock() {
        return clock;
    }
}
