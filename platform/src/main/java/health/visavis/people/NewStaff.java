package health.visavis.people;

import health.visavis.access.Role;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PersonId;
import java.util.Set;

/// A member of staff to be.
///
/// @param id made with the form, so that a form sent twice adds one person
/// @param specialty of a doctor
/// @param worksWith clinicians on whose teams this person is
public record NewStaff(
        PersonId id, PersonDetails details, Set<Role> roles, String specialty, Set<ClinicianId> worksWith) {

    /// What staff can be invited as.
    public static final Set<Role> ROLES = Set.of(Role.DOCTOR, Role.NURSE, Role.ADMIN);

    public NewStaff {
        roles = Set.copyOf(roles);
        worksWith = Set.copyOf(worksWith);
        if (roles.isEmpty() || !ROLES.containsAll(roles)) {
            throw new IllegalArgumentException("staff are doctors, nurses or administrators");
        }
    }
}
