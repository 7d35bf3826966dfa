package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvent;
import health.visavis.visit.ReceiveSignal;
import health.visavis.visit.ReceiveSignal.Incoming;
import health.visavis.web.live.LiveEventView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A signal, for the seat it is meant for; nothing for anybody else.
@Component
class SignalEventView implements LiveEventView {

    private final ReceiveSignal receiveSignal;
    private final JsonMapper json;

    SignalEventView(ReceiveSignal receiveSignal, JsonMapper json) {
        this.receiveSignal = receiveSignal;
        this.json = json;
    }

    record SeatAt(UUID id, int epoch) {}

    record Arrived(SeatAt from, SeatAt to, JsonNode signal) {}

    @Override
    public String kind() {
        return "signal";
    }

    @Override
    public boolean forGuests() {
        return true;
    }

    @Override
    public @Nullable Object view(Actor viewer, LiveEvent event) {
        return receiveSignal
                .receive(viewer, new VisitId(event.topic().id()), event.ref())
                .map(this::arrived)
                .orElse(null);
    }

    private Arrived arrived(Incoming incoming) {
        return new Arrived(
                new SeatAt(incoming.fromSeat(), incoming.fromEpoch()),
                new SeatAt(incoming.toSeat(), incoming.toEpoch()),
                json.readTree(incoming.payload()));
    }
}
