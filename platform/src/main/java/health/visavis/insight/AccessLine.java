package health.visavis.insight;

import health.visavis.access.Role;
import health.visavis.audit.AuditReader.Accesses;
import org.jspecify.annotations.Nullable;

/// Who had to do with whose data, with the names that belong to the ids; null where an id has no name any more.
public record AccessLine(
        Accesses accesses,
        @Nullable String actorName,
        @Nullable String patientName) {

    /// See [AuditEntry#byGuest].
    public boolean byGuest() {
        return accesses.roles().equals(Role.GUEST.name());
    }
}
