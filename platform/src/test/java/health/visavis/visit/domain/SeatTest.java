package health.visavis.visit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.VisitId;
import org.junit.jupiter.api.Test;

class SeatTest {

    private final Seat seat = Seat.first(VisitId.next(), PersonId.next(), Seat.Part.PATIENT);

    @Test
    void takingASeatAgainKeepsTheSeatAndEndsWhatCameBefore() {
        var again = seat.takenAgain();
        assertThat(again.id()).isEqualTo(seat.id());
        assertThat(again.isCurrent(seat.epoch())).isFalse();
        assertThat(again.isCurrent(seat.epoch() + 1)).isTrue();
    }
}
