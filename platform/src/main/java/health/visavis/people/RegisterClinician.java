package health.visavis.people;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PersonId;
import health.visavis.people.store.Clinicians;
import health.visavis.people.store.ExternalIds;
import health.visavis.people.store.ExternalIds.Kind;
import health.visavis.people.store.Persons;

/// Adds a clinician, or brings what we hold up to date. Found again by identifier, such as the NPI.
@UseCase
public class RegisterClinician {

    private final Access access;
    private final ExternalIds externalIds;
    private final Persons persons;
    private final Clinicians clinicians;

    RegisterClinician(Access access, ExternalIds externalIds, Persons persons, Clinicians clinicians) {
        this.access = access;
        this.externalIds = externalIds;
        this.persons = persons;
        this.clinicians = clinicians;
    }

    public Registration<ClinicianId> register(
            Actor actor, ExternalId externalId, PersonDetails details, String specialty) {
        access.require(actor, Action.REGISTER_CLINICIAN.anyone());
        var known = externalIds.find(Kind.CLINICIAN, externalId).map(ClinicianId::new);
        if (known.isEmpty()) {
            var id = ClinicianId.next();
            var person = PersonId.next();
            persons.add(person, details);
            clinicians.add(id, person, specialty);
            externalIds.add(Kind.CLINICIAN, externalId, id.value());
            return new Registration.Created<>(id);
        }
        var id = known.get();
        return clinicians.update(id, details, specialty)
                ? new Registration.Updated<>(id)
                : new Registration.Unchanged<>(id);
    }
}
