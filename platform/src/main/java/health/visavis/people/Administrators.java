package health.visavis.people;

import health.visavis.access.Role;
import health.visavis.audit.AuditReader;
import health.visavis.kernel.PersonId;
import health.visavis.people.store.Persons;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Who is there as an administrator. The identity provider gives the role and does not tell who has it, so whoever did
/// something with it lately counts.
@Component
public class Administrators {

    /// Whoever did nothing for so long is not there to look at what another one did.
    public static final Duration LATELY = Duration.ofDays(30);

    private final AuditReader trail;
    private final Persons persons;
    private final Clock clock;

    Administrators(AuditReader trail, Persons persons, Clock clock) {
        this.trail = trail;
        this.persons = persons;
        this.clock = clock;
    }

    /// Whether nobody else could judge what this administrator did.
    public boolean isOnlyOne(PersonId person) {
        var now = clock.instant();
        return persons.active(trail.actedAsWithoutPermissionCheck(Role.ADMIN.name(), now.minus(LATELY), now)).stream()
                .allMatch(person::equals);
    }
}
