package health.visavis.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.TestDatabase;
import health.visavis.access.Passage.Reason;
import health.visavis.access.Passages;
import health.visavis.kernel.Requirement;
import health.visavis.server.ServerTest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// Requests that came past the edge, from a flood of them to rows on the trail.
@ServerTest
class EdgeTrailModuleTest {

    private static final int FLOOD = 20_000;
    private static final int ADDRESSES = 2_000;

    @Autowired
    Passages passages;

    @Autowired
    CurrentActor currentActor;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private Instant now = Instant.now();
    private final InstantSource watch = () -> now;
    private final EdgeRefusals refusals = new EdgeRefusals(watch.withZone(ZoneOffset.UTC));

    @Test
    @Requirement("EDG-08")
    void aFloodLeavesAFewRowsAndOneThatCountsTheRest() {
        var rounds = new EdgeRounds(refusals, passages, currentActor, new FrontDoorSettings(UUID.randomUUID()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, FLOOD)
                    .forEach(number -> threads.execute(
                            () -> refusals.refused("2001:db8:51::" + number % ADDRESSES, Reason.OTHER_EDGE)));
        }
        rounds.make();
        rounds.make();

        assertThat(rows("address LIKE '2001:db8:51:%'"))
                .hasSize(EdgeRefusals.LISTED)
                .allSatisfy(row -> assertThat(row).containsEntry("reason", "other-edge"))
                .allSatisfy(EdgeTrailModuleTest::isAboutNobody)
                .extracting(row -> row.get("address"))
                .doesNotHaveDuplicates();
        assertThat(rows("reason = 'more-past-edge'")).isEmpty();

        now = now.plus(EdgeRefusals.INTERVAL);
        rounds.make();

        assertThat(rows("reason = 'more-past-edge'"))
                .singleElement()
                .satisfies(EdgeTrailModuleTest::isAboutNobody)
                .extracting(row -> row.get("address").toString())
                .asString()
                .matches("\\d+/" + EdgeRefusals.TOLD_APART + "\\+");
        assertThat(rows("address LIKE '2001:db8:51:%'")).hasSize(EdgeRefusals.LISTED);
    }

    private static void isAboutNobody(Map<String, Object> row) {
        assertThat(row)
                .containsEntry("outcome", "REFUSED")
                .containsEntry("actor_roles", "")
                .containsEntry("session", "-")
                .containsEntry("patient_id", null)
                .containsEntry("subject_id", null);
    }

    private List<Map<String, Object>> rows(String which) {
        return database.queryForList("SELECT * FROM audit_event WHERE action = 'come-past-edge' AND " + which);
    }
}
