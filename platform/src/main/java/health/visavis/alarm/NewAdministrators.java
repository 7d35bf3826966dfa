package health.visavis.alarm;

import health.visavis.alarm.AlarmSubject.Person;
import health.visavis.audit.AuditReader;
import health.visavis.kernel.PersonId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Says that there is one administrator more. The very first of a clinic is none: nobody is there yet whom it could
/// surprise, and who could look at it.
@Component
public class NewAdministrators {

    private final AuditReader trail;
    private final Alarms alarms;
    private final Clock clock;

    NewAdministrators(AuditReader trail, Alarms alarms, Clock clock) {
        this.trail = trail;
        this.alarms = alarms;
        this.clock = clock;
    }

    /// Somebody is invited as one, in the caller's transaction.
    public void invited(PersonId person) {
        raise(person, clock.instant());
    }

    /// Somebody came as one, who may have been one before.
    void came(PersonId person, Instant at) {
        if (!trail.hadRoleWithoutPermissionCheck(person, TrailActs.ADMIN, at)) {
            raise(person, at);
        }
    }

    private void raise(PersonId person, Instant at) {
        if (trail.anybodyElseHadRoleWithoutPermissionCheck(person, TrailActs.ADMIN, at)) {
            alarms.raise(new Alarm(AlarmKind.NEW_ADMIN, new Person(person), at, 1));
        }
    }
}
