package health.visavis.scheduling;

import health.visavis.access.Actor;
import health.visavis.access.Subject;
import health.visavis.kernel.PatientId;
import java.util.Objects;

/// What is about the actor himself. Somebody who is no patient owns nothing, and access says no.
final class OwnSubject {

    private OwnSubject() {}

    static Subject of(Actor actor) {
        return new Subject(actor.patient(), null, null, true);
    }

    static PatientId patientOf(Actor actor) {
        return Objects.requireNonNull(actor.patient(), "granted to somebody who is no patient");
    }
}
