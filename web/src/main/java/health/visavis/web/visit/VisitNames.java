package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import health.visavis.people.PersonSummary;
import health.visavis.visit.VisitSummary;
import org.springframework.stereotype.Component;

/// The names under which the two of a visit meet. Asked for only with a visit that the viewer was allowed to read.
@Component
class VisitNames {

    private final People people;

    VisitNames(People people) {
        this.people = people;
    }

    String patient(PatientId id) {
        return people.patient(id).map(PatientSummary::displayName).orElse("");
    }

    String clinician(ClinicianId id) {
        return people.clinician(id).map(ClinicianSummary::displayName).orElse("");
    }

    String other(VisitSummary visit, boolean clinician) {
        return clinician ? patient(visit.patient()) : clinician(visit.clinician());
    }

    /// Who sits there: for a patient it may be somebody who acts for them.
    String own(Actor actor, VisitSummary visit) {
        return actor.proxy()
                ? people.person(actor.person()).map(PersonSummary::displayName).orElse("")
                : other(visit, !visit.clinician().equals(actor.clinician()));
    }
}
