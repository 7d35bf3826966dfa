package health.visavis.visit;

import static health.visavis.access.Action.CHECK_DEVICES;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.store.DeviceChecks;
import health.visavis.visit.store.Encounters;
import java.time.Clock;
import java.time.Duration;

/// Remembers that a person has checked, or chosen not to check, their devices in this session: they are not
/// asked again when they come back. What the check found stays in the browser.
@UseCase
public class CheckDevices {

    private static final Duration VALID = Duration.ofHours(12);

    private final Access access;
    private final Encounters encounters;
    private final DeviceChecks checks;
    private final Clock clock;

    CheckDevices(Access access, Encounters encounters, DeviceChecks checks, Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.checks = checks;
        this.clock = clock;
    }

    public void checked(Actor actor, VisitId visit) {
        access.require(actor, CHECK_DEVICES.on(encounters.subject(visit)));
        var now = clock.instant();
        checks.add(actor.person(), actor.origin().session(), now);
        checks.forgetBefore(now.minus(VALID));
    }

    public boolean recently(Actor actor, VisitId visit) {
        access.require(actor, CHECK_DEVICES.on(encounters.subject(visit)));
        return checks.last(actor.person(), actor.origin().session())
                .filter(clock.instant().minus(VALID)::isBefore)
                .isPresent();
    }
}
