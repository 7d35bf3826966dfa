package health.visavis.scheduling;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.scheduling.domain.HoursException;
import health.visavis.scheduling.domain.HoursExceptionId;
import health.visavis.scheduling.domain.OpeningHours;
import health.visavis.scheduling.store.ClinicSchedules;
import java.time.LocalDate;
import java.time.LocalDateTime;

/// A clinician closes for a while, or opens when the week does not say so. Appointments that were made before keep
/// their times.
@UseCase
public class AddHoursException {

    private final Access access;
    private final ClinicSchedules schedules;

    AddHoursException(Access access, ClinicSchedules schedules) {
        this.access = access;
        this.schedules = schedules;
    }

    public HoursExceptionId close(Actor actor, ClinicianId clinician, LocalDateTime from, LocalDateTime until) {
        access.require(actor, Action.SET_CLINIC_HOURS.of(clinician));
        return add(clinician, new HoursException.Closed(nextId(), from, until));
    }

    public HoursExceptionId open(Actor actor, ClinicianId clinician, LocalDate day, OpeningHours hours) {
        access.require(actor, Action.SET_CLINIC_HOURS.of(clinician));
        return add(clinician, new HoursException.ExtraHours(nextId(), day, hours));
    }

    private HoursExceptionId add(ClinicianId clinician, HoursException exception) {
        schedules.add(clinician, exception);
        return exception.id();
    }

    private static HoursExceptionId nextId() {
        return new HoursExceptionId(TimeOrderedId.next());
    }
}
