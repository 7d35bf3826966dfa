package health.visavis.web.scheduling;

import health.visavis.access.Actor;
import health.visavis.kernel.PatientId;

/// For whom somebody books when nobody else is named.
final class Asking {

    private Asking() {}

    /// Somebody who is no patient asks in vain: no patient has a person's id, and access says so and writes it
    /// down.
    static PatientId forOneself(Actor actor) {
        var patient = actor.patient();
        return patient != null ? patient : new PatientId(actor.person().value());
    }
}
