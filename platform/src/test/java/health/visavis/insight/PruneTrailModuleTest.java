package health.visavis.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.access.AccessDenied;
import health.visavis.access.Actors;
import health.visavis.audit.TrailPruning;
import health.visavis.people.PeopleFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// The trail of all the other tests, which is young.
@PlatformTest
class PruneTrailModuleTest {

    @Autowired
    private PruneTrail pruneTrail;

    @Autowired
    private TrailPruning pruning;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private JdbcTemplate application;

    @Test
    void nobodyPrunesByHand() {
        for (var anybody : List.of(people.admin(), people.doctor(), people.patient())) {
            assertThatThrownBy(() -> pruneTrail.prune(anybody, 1)).isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void theApplicationsRoleMayAskAndGetsNothingThatIsYoung() {
        assertThat(pruneTrail.prune(Actors.system(), 1)).isZero();
        assertThat(application.queryForObject(
                        "SELECT count(*) FROM audit_event WHERE action = 'prune-trail' AND outcome = 'GRANTED' AND subject_id = ?",
                        Long.class,
                        TrailPruning.subject(1)))
                .isEqualTo(1);
        assertThatThrownBy(() -> application.update("DELETE FROM audit_event"))
                .hasStackTraceContaining("permission denied");
    }
}
