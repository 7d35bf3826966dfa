package health.visavis.people;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.people.store.ExternalIds;
import health.visavis.people.store.ExternalIds.Kind;
import health.visavis.people.store.Patients;
import health.visavis.people.store.Persons;
import java.util.List;

/// Adds a patient, or brings what we hold up to date. Found again by identifier, never by name.
@UseCase
public class RegisterPatient {

    private final Access access;
    private final ExternalIds externalIds;
    private final Persons persons;
    private final Patients patients;

    RegisterPatient(Access access, ExternalIds externalIds, Persons persons, Patients patients) {
        this.access = access;
        this.externalIds = externalIds;
        this.persons = persons;
        this.patients = patients;
    }

    public Registration<PatientId> register(Actor actor, ExternalId externalId, PatientDetails details) {
        var receipt = access.require(actor, Action.REGISTER_PATIENT.anyone());
        var registration = register(externalId, details);
        access.showed(receipt, List.of(registration.id()));
        return registration;
    }

    private Registration<PatientId> register(ExternalId externalId, PatientDetails details) {
        var known = externalIds.find(Kind.PATIENT, externalId).map(PatientId::new);
        if (known.isEmpty()) {
            var id = PatientId.next();
            var person = PersonId.next();
            persons.add(person, details.person());
            patients.add(id, person, details);
            externalIds.add(Kind.PATIENT, externalId, id.value());
            return new Registration.Created<>(id);
        }
        var id = known.get();
        return patients.update(id, details) ? new Registration.Updated<>(id) : new Registration.Unchanged<>(id);
    }
}
