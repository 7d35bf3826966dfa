package health.visavis.visit;

import health.visavis.people.People;
import health.visavis.visit.domain.Seat;
import java.util.List;
import org.springframework.stereotype.Component;

/// Puts the person's name on a seat: it stands under their picture.
@Component
class SeatNames {

    private final People people;

    SeatNames(People people) {
        this.people = people;
    }

    SeatSummary summary(Seat seat, boolean held) {
        var name = people.displayNames(List.of(seat.person())).getOrDefault(seat.person(), "");
        return new SeatSummary(seat.id().value(), seat.epoch(), seat.part() == Seat.Part.CLINICIAN, name, held);
    }
}
