package health.visavis.scheduling;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.scheduling.domain.ClinicHours;
import health.visavis.scheduling.store.ClinicSchedules;
import java.time.Clock;

/// A clinician sets the hours of the week. Appointments that were made before keep their times.
@UseCase
public class SetClinicHours {

    private final Access access;
    private final ClinicSchedules schedules;
    private final Clock clock;

    SetClinicHours(Access access, ClinicSchedules schedules, Clock clock) {
        this.access = access;
        this.schedules = schedules;
        this.clock = clock;
    }

    public void set(Actor actor, ClinicHours hours) {
        access.require(actor, Action.SET_CLINIC_HOURS.of(hours.clinician()));
        schedules.set(hours, clock.instant());
    }
}
