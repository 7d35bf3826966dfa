package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.visit.ReadVisit;
import health.visavis.web.live.LiveTopicGuard;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who may read a visit may follow it. Following shows no signal to anybody who holds no seat: each signal is
/// drawn only for the seat it is meant for.
@Component
class VisitTopicGuard implements LiveTopicGuard {

    private final ReadVisit readVisit;

    VisitTopicGuard(ReadVisit readVisit) {
        this.readVisit = readVisit;
    }

    @Override
    public String prefix() {
        return "visit";
    }

    @Override
    public void require(Actor actor, UUID id) {
        readVisit.read(actor, new VisitId(id));
    }
}
