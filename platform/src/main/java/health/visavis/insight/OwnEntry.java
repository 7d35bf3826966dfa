package health.visavis.insight;

import health.visavis.audit.AuditEvent;
import health.visavis.proxy.Relationship;
import org.jspecify.annotations.Nullable;

/// Somebody had to do with a patient's data, as the patient sees it.
///
/// @param number which of the patient's entries, from 1
/// @param actorName null for a process of ours, a guest, or somebody without a name here
/// @param byOneself whether it was the patient
/// @param actingAs who they are to the patient, for whom they acted; null for everybody else
public record OwnEntry(
        long number,
        AuditEvent event,
        @Nullable String actorName,
        boolean byOneself,
        @Nullable Relationship actingAs,
        Question question) {

    /// Whether the patient has asked why.
    public enum Question {
        NONE,
        ASKED,
        ANSWERED
    }

    /// See [AuditEntry#byProcess].
    public boolean byProcess() {
        return new AuditEntry(event, actorName, null).byProcess();
    }

    /// See [AuditEntry#byGuest].
    public boolean byGuest() {
        return new AuditEntry(event, actorName, null).byGuest();
    }
}
