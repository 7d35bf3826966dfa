package health.visavis.people;

import health.visavis.access.Subject;
import health.visavis.kernel.PersonId;
import health.visavis.people.store.Accounts;
import org.springframework.stereotype.Component;

/// A person as the subject of the question of access: whoever looks at a patient looks at a patient.
@Component
class AccountSubjects {

    private final Accounts accounts;

    AccountSubjects(Accounts accounts) {
        this.accounts = accounts;
    }

    Subject of(PersonId person) {
        return accounts.find(person)
                .map(account -> new Subject(account.patient().orElse(null), null, person.value(), true))
                .orElseGet(() -> Subject.unknown(person.value()));
    }
}
