package health.visavis.messaging;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.util.List;

/// With whom somebody may begin a conversation.
@UseCase
public class MessagePartners {

    private static final int PATIENTS_AT_MOST = 500;

    private final Access access;
    private final People people;

    MessagePartners(Access access, People people) {
        this.access = access;
        this.people = people;
    }

    /// The clinicians who treat this patient.
    public List<ClinicianSummary> clinicians(Actor actor) {
        access.require(actor, Action.LIST_MESSAGE_PARTNERS.anyone());
        return actor.patient() == null ? List.of() : people.cliniciansOf(actor.patient());
    }

    /// The patients whom this member of staff treats.
    public List<PatientSummary> patients(Actor actor) {
        var receipt = access.require(actor, Action.LIST_PATIENTS.anyone());
        var patients = people.patientsOf(actor.person(), "", PATIENTS_AT_MOST);
        access.showed(receipt, patients.stream().map(PatientSummary::id).toList());
        return patients;
    }
}
