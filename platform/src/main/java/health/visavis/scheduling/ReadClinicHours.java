package health.visavis.scheduling;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.ClinicianId;
import health.visavis.scheduling.domain.ClinicSchedule;
import health.visavis.scheduling.store.ClinicSchedules;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// The hours of the week and the exceptions that are not over yet.
@UseCase
public class ReadClinicHours {

    private static final Duration AHEAD = Duration.ofDays(2 * 366);

    private final Access access;
    private final ClinicSchedules schedules;
    private final Clock clock;

    ReadClinicHours(Access access, ClinicSchedules schedules, Clock clock) {
        this.access = access;
        this.schedules = schedules;
        this.clock = clock;
    }

    /// @return empty when no hours have been set
    public Optional<ClinicSchedule> read(Actor actor, ClinicianId clinician) {
        access.require(actor, Action.READ_CLINIC_HOURS.of(clinician));
        var now = clock.instant();
        return schedules.find(clinician, now, now.plus(AHEAD));
    }
}
