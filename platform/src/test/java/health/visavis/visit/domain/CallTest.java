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
        assertThat(new Call.NotOpened(visit).open("direct", NOON))
                .isEqualTo(new Call.Open(visit, Rung.first("direct", NOON), NOON));
    }

    @Test
    void anOpenCallEndsAndRemembersWhenItBegan() {
        var rung = Rung.first("direct", NOON);
        assertThat(new Call.Open(visit, rung, NOON).end(NOON.plusSeconds(60)))
                .isEqualTo(new Call.Ended(visit, rung, NOON, NOON.plusSeconds(60)));
    }

    @Test
    void aCallThatMovesToAnotherEngineIsTheSameCall() {
        var moved = new Call.Open(visit, Rung.first("acs", NOON), NOON)
                .move("direct", Rung.Reason.MEDIA_LOST, NOON.plusSeconds(30));

        assertThat(moved.openedAt()).isEqualTo(NOON);
        assertThat(moved.rung()).isEqualTo(new Rung(2, "direct", Rung.Reason.MEDIA_LOST, NOON.plusSeconds(30)));
    }
}
