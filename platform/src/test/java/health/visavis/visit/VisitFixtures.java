package health.visavis.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.scheduling.SchedulingFixtures;
import org.springframework.stereotype.Component;

/// Visits as far as a module test wants them, made by the same use cases as everybody's.
@Component
public class VisitFixtures {

    private final SchedulingFixtures scheduling;
    private final ArriveAtVisit arriveAtVisit;
    private final AdmitPatient admitPatient;

    VisitFixtures(SchedulingFixtures scheduling, ArriveAtVisit arriveAtVisit, AdmitPatient admitPatient) {
        this.scheduling = scheduling;
        this.arriveAtVisit = arriveAtVisit;
        this.admitPatient = admitPatient;
    }

    /// Its appointment is confirmed, at the doctor's next free time.
    public VisitId planned(Actor patient, Actor doctor) {
        return new VisitId(scheduling.confirmedFor(patient, doctor).id().value());
    }

    public VisitId waiting(Actor patient, Actor doctor) {
        var visit = planned(patient, doctor);
        arriveAtVisit.arrive(patient, visit);
        return visit;
    }

    public VisitId begun(Actor patient, Actor doctor) {
        var visit = planned(patient, doctor);
        begin(patient, doctor, visit);
        return visit;
    }

    public void begin(Actor patient, Actor doctor, VisitId visit) {
        arriveAtVisit.arrive(patient, visit);
        admitPatient.admit(doctor, visit);
    }
}
