package health.visavis.web.visit;

import health.visavis.visit.TakeSeat.SeatOutcome;
import java.util.List;

/// The answer to sitting down: the seat, who is there, and the line.
record JoinedCall(SeatJson seat, List<SeatJson> others, LineJson line) {

    static JoinedCall of(SeatOutcome.Taken taken) {
        return new JoinedCall(
                SeatJson.of(taken.seat()),
                taken.others().stream().map(SeatJson::of).toList(),
                LineJson.of(taken.credential()));
    }
}
