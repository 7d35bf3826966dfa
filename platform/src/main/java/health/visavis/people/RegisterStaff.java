package health.visavis.people;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PersonId;
import health.visavis.people.store.CareTeams;
import health.visavis.people.store.Persons;
import java.util.Collection;

/// Adds somebody without hours or a chart of his own: front desk, nurse, admin; on the teams of the clinicians
/// named.
@UseCase
public class RegisterStaff {

    private final Access access;
    private final Persons persons;
    private final CareTeams teams;

    RegisterStaff(Access access, Persons persons, CareTeams teams) {
        this.access = access;
        this.persons = persons;
        this.teams = teams;
    }

    public PersonId register(Actor actor, PersonDetails details, Collection<ClinicianId> worksWith) {
        var person = PersonId.next();
        access.require(actor, Action.REGISTER_CLINICIAN.about(person.value()));
        persons.add(person, details);
        worksWith.forEach(clinician -> teams.join(clinician, person));
        return person;
    }
}
