package health.visavis.proxy;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.proxy.store.Grants;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Look-ups without a permission, for other capabilities that have asked for theirs.
@Component
public class ActingPeople {

    private final Grants grants;
    private final Clock clock;

    ActingPeople(Grants grants, Clock clock) {
        this.grants = grants;
        this.clock = clock;
    }

    /// Who is what to this patient, of those who act or have acted for them.
    public Map<PersonId, Relationship> of(PatientId patient) {
        var found = new HashMap<PersonId, Relationship>();
        grants.of(patient).forEach(grant -> found.putIfAbsent(grant.person(), grant.relationship()));
        return found;
    }

    /// What this person may do for the patient now.
    public Optional<ProxyGrant> acting(PersonId person, PatientId patient) {
        return grants.activeOf(person, clock.instant()).stream()
                .filter(grant -> grant.patient().equals(patient))
                .findFirst();
    }
}
