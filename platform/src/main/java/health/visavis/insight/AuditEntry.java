package health.visavis.insight;

import health.visavis.access.Role;
import health.visavis.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/// A row of the trail with the names that belong to its ids; null where an id has no name any more, or is a
/// process of ours.
public record AuditEntry(
        AuditEvent event,
        @Nullable String actorName,
        @Nullable String patientName) {

    /// Else somebody without a name here: a sign-in that belongs to nobody.
    public boolean byProcess() {
        return event.actorRoles().equals(Role.SYSTEM.name());
    }

    /// Somebody who came to one visit on a link; their name is the visit's to keep.
    public boolean byGuest() {
        return event.actorRoles().equals(Role.GUEST.name());
    }
}
