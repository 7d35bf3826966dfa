package health.visavis.visit;

import static health.visavis.access.Action.OPEN_VISIT;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.domain.VisitPlan;
import health.visavis.visit.store.Encounters;

/// Prepares the visit of a confirmed appointment, under the same id. A second time changes nothing but the
/// planned time, and that only until the patient is admitted; a visit that was withdrawn is planned again.
@UseCase
public class OpenVisit {

    private final Access access;
    private final Encounters encounters;
    private final VisitNews news;

    OpenVisit(Access access, Encounters encounters, VisitNews news) {
        this.access = access;
        this.encounters = encounters;
        this.news = news;
    }

    public VisitId open(
            Actor actor, AppointmentId appointment, PatientId patient, ClinicianId clinician, TimeSlot slot) {
        access.require(actor, OPEN_VISIT.of(patient, appointment.value()));
        var visit = new VisitId(appointment.value());
        var planned = new Encounter.Planned(visit, new VisitPlan(appointment, patient, clinician, slot));
        if (encounters.add(planned)) {
            news.changed(planned);
        } else {
            keepTime(visit, slot);
        }
        return visit;
    }

    private void keepTime(VisitId visit, TimeSlot slot) {
        switch (encounters.locked(visit)) {
            case Encounter.Coming coming when !coming.plan().slot().equals(slot) -> changed(coming.move(slot));
            case Encounter.Cancelled withdrawn -> changed(withdrawn.planAgain(slot));
            case Encounter.Coming _, Encounter.InProgress _, Encounter.Finished _ -> {}
        }
    }

    private void changed(Encounter encounter) {
        encounters.save(encounter);
        news.changed(encounter);
    }
}
