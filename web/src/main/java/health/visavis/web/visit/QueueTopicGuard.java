package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.TimeSlot;
import health.visavis.visit.WhoWaits;
import health.visavis.web.live.LiveTopicGuard;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who may look into a clinician's waiting room may follow it.
@Component
class QueueTopicGuard implements LiveTopicGuard {

    private final WhoWaits whoWaits;
    private final Clock clock;

    QueueTopicGuard(WhoWaits whoWaits, Clock clock) {
        this.whoWaits = whoWaits;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return "clinician";
    }

    @Override
    public void require(Actor actor, UUID id) {
        var now = clock.instant();
        whoWaits.with(actor, new ClinicianId(id), new TimeSlot(now, now.plus(Duration.ofSeconds(1))));
    }
}
