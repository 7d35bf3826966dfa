package health.visavis.web.visit;

import health.visavis.visit.JoinCall.JoinOutcome;
import java.util.List;

/// The answer to sitting down: the seat, who is there, where the call stands, and the line.
record JoinedCall(SeatJson seat, List<SeatJson> others, int rung, LineJson line) {

    static JoinedCall of(JoinOutcome.Joined joined) {
        return new JoinedCall(
                SeatJson.of(joined.seat()),
                joined.others().stream().map(SeatJson::of).toList(),
                joined.rung().number(),
                LineJson.of(joined.credential()));
    }
}
