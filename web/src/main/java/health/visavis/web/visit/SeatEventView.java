package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvent;
import health.visavis.visit.ReadSeat;
import health.visavis.web.live.LiveEventView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Somebody sat down or left.
@Component
class SeatEventView implements LiveEventView {

    private final ReadSeat readSeat;

    SeatEventView(ReadSeat readSeat) {
        this.readSeat = readSeat;
    }

    @Override
    public String kind() {
        return "seat";
    }

    @Override
    public boolean forGuests() {
        return true;
    }

    @Override
    public @Nullable Object view(Actor viewer, LiveEvent event) {
        return readSeat.read(viewer, new VisitId(event.topic().id()), event.ref())
                .map(SeatJson::of)
                .orElse(null);
    }
}
