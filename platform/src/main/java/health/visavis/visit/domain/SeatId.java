package health.visavis.visit.domain;

import health.visavis.kernel.TimeOrderedId;
import java.util.UUID;

/// A place in a call. Names its person only inside this module, so it may travel in signals and TURN user names.
public record SeatId(UUID value) {

    public static SeatId next() {
        return new SeatId(TimeOrderedId.next());
    }

    /// @throws IllegalArgumentException when the text is no UUID; the message does not repeat it
    public static SeatId of(String text) {
        return new SeatId(TimeOrderedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
