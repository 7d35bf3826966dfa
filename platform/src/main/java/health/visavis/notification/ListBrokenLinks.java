package health.visavis.notification;

import static health.visavis.access.Action.LIST_BROKEN_LINKS;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.AppointmentId;
import health.visavis.notification.store.LinkChecks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// The visits to come whose link was tried and does not work, for whoever can telephone or repair it. Times only:
/// whose visit it is says the appointment, to those who may read it.
@UseCase
public class ListBrokenLinks {

    public record BrokenLink(AppointmentId appointment, Instant startsAt, LinkTrouble trouble) {}

    private final Access access;
    private final LinkChecks checks;
    private final Clock clock;

    ListBrokenLinks(Access access, LinkChecks checks, Clock clock) {
        this.access = access;
        this.checks = checks;
        this.clock = clock;
    }

    public List<BrokenLink> list(Actor actor) {
        access.requireForUpdate(actor, LIST_BROKEN_LINKS.anyone());
        return checks.inTroubleAfter(clock.instant());
    }
}
