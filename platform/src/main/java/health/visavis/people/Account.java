package health.visavis.people;

import health.visavis.access.Role;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Somebody who can sign in, could, or was asked to.
///
/// @param roles as what the person was invited; empty when nobody said
/// @param until how long an open invitation is good
public record Account(
        PersonId person,
        String displayName,
        Optional<String> email,
        Set<Role> roles,
        Optional<ClinicianId> clinician,
        Optional<PatientId> patient,
        State state,
        Optional<Instant> until) {

    public enum State {
        /// Known here, and never invited.
        REGISTERED,
        /// An invitation waits for its person.
        INVITED,
        /// It waited too long, or was withdrawn.
        NOT_INVITED,
        /// A sign-in belongs to the person.
        ACTIVE,
        DEACTIVATED
    }

    /// Whether a doctor or nurse can sign in with it.
    public boolean ofClinicalStaff() {
        return state == State.ACTIVE && (roles.contains(Role.DOCTOR) || roles.contains(Role.NURSE));
    }

    @Override
    public String toString() {
        return "Account[" + person + "]";
    }
}
