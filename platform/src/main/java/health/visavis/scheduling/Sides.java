package health.visavis.scheduling;

import health.visavis.access.Actor;
import health.visavis.kernel.PatientId;
import health.visavis.scheduling.domain.Party;

/// On which side of an appointment somebody acts.
final class Sides {

    private Sides() {}

    static Party of(Actor actor, PatientId patient) {
        return patient.equals(actor.patient()) ? Party.PATIENT : Party.CLINIC;
    }
}
