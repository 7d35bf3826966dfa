package health.visavis.people;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.access.UseCase;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.people.store.Patients;
import health.visavis.people.store.Persons;
import java.util.List;
import java.util.Set;

/// Adds a patient and invites him. His care begins with his first appointment.
@UseCase
public class InvitePatient {

    private final Access access;
    private final Persons persons;
    private final Patients patients;
    private final InvitationMaking making;

    InvitePatient(Access access, Persons persons, Patients patients, InvitationMaking making) {
        this.access = access;
        this.persons = persons;
        this.patients = patients;
        this.making = making;
    }

    /// @param id made with the form, so that a form sent twice adds one person
    public Invited invite(Actor actor, PersonId id, PatientDetails details) {
        var receipt = access.require(actor, Action.INVITE_PERSON.about(id.value()));
        if (persons.addOnce(id, details.person())) {
            var patient = PatientId.next();
            patients.add(patient, id, details);
            access.showed(receipt, List.of(patient));
        }
        return making.offer(id, persons.summary(id).orElseThrow().displayName(), Set.of(Role.PATIENT));
    }
}
