package health.visavis.scheduling;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.ClinicianId;
import health.visavis.scheduling.domain.HoursExceptionId;
import health.visavis.scheduling.store.ClinicSchedules;

/// The usual hours count again. Removing what is not there changes nothing.
@UseCase
public class RemoveHoursException {

    private final Access access;
    private final ClinicSchedules schedules;

    RemoveHoursException(Access access, ClinicSchedules schedules) {
        this.access = access;
        this.schedules = schedules;
    }

    public void remove(Actor actor, ClinicianId clinician, HoursExceptionId id) {
        access.require(actor, Action.SET_CLINIC_HOURS.of(clinician));
        schedules.remove(clinician, id);
    }
}
