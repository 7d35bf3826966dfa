package health.visavis.people;

import health.visavis.access.Role;
import health.visavis.kernel.PersonId;
import health.visavis.people.store.Persons;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// An account for somebody who acts for a patient and has no record of their own here. Asks for no permission: whoever
/// calls has.
@Component
public class CaregiverAccounts {

    private final Persons persons;
    private final InvitationMaking making;

    CaregiverAccounts(Persons persons, InvitationMaking making) {
        this.persons = persons;
        this.making = making;
    }

    /// @param id the same twice is one person, and the later invitation is the one that works
    @Transactional(propagation = Propagation.MANDATORY)
    public Invited offer(PersonId id, PersonDetails details) {
        persons.addOnce(id, details);
        return making.offer(id, details.displayName(), Set.of(Role.PATIENT));
    }
}
