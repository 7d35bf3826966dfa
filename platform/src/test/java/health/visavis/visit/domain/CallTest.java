package health.visavis.visit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.VisitId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    private final VisitId visit = VisitId.next();

    @Test
    void aCallIsOpenedOnAnEngine() {
        assertThat(new Call.NotOpened(visit).open("direct", NOON)).isEqualTo(new Call.Open(visit, "direct", NOON));
    }

    @Test
    void anOpenCallEndsAndRemembersWhenItBegan() {
        assertThat(new Call.Open(visit, "direct", NOON).end(NOON.plusSeconds(60)))
                .isEqualTo(new Call.Ended(visit, "direct", NOON, NOON.plusSeconds(60)));
    }
}
