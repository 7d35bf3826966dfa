package health.visavis.visit;

import health.visavis.people.People;
import health.visavis.visit.domain.CompanionId;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.store.Companions;
import health.visavis.visit.store.Seats;
import java.util.List;
import org.springframework.stereotype.Component;

/// Puts the person's name on a seat, and as what a guest sits there: it stands under their picture.
@Component
class SeatNames {

    private final People people;
    private final Companions companions;
    private final Seats seats;

    SeatNames(People people, Companions companions, Seats seats) {
        this.people = people;
        this.companions = companions;
        this.seats = seats;
    }

    SeatSummary summary(Seat seat, boolean held) {
        if (seat.part() != Seat.Part.GUEST) {
            var name = people.displayNames(List.of(seat.person())).getOrDefault(seat.person(), "");
            return new SeatSummary(
                    seat.id().value(),
                    seat.epoch(),
                    SeatSummary.Part.of(seat.part()),
                    null,
                    null,
                    name,
                    seat.part() == Seat.Part.CLINICIAN,
                    seats.handOf(seat.id()).orElse(null),
                    held);
        }
        var guest =
                GuestSummary.of(companions.find(CompanionId.of(seat.person())).orElseThrow(), held);
        var name = guest.name();
        return new SeatSummary(
                seat.id().value(),
                seat.epoch(),
                SeatSummary.Part.GUEST,
                guest.kind(),
                guest.language(),
                name == null ? guest.invitedAs() : name,
                guest.state() == GuestSummary.State.CO_HOST,
                seats.handOf(seat.id()).orElse(null),
                held);
    }
}
