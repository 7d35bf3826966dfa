package health.visavis.access;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is asking. Handed down as an argument; there is no ambient current user.
///
/// @param patient as whom they act: their own record, or as a proxy that of another person
/// @param proof when they have last shown that it is them
/// @param proxy whether they act for another person, as nothing but that patient
public record Actor(
        PersonId person,
        Set<Role> roles,
        @Nullable PatientId patient,
        @Nullable ClinicianId clinician,
        Origin origin,
        Proof proof,
        boolean proxy) {

    public Actor {
        roles = Set.copyOf(roles);
        if (proxy
                && (patient == null
                        || clinician != null
                        || !Set.of(Role.PATIENT).containsAll(roles))) {
            throw new IllegalArgumentException("a proxy acts as a patient and as nothing else");
        }
        if (roles.contains(Role.EMERGENCY) && (roles.size() > 1 || patient != null || clinician != null)) {
            throw new IllegalArgumentException("whoever came by a sealed code is nothing else meanwhile");
        }
    }

    /// Somebody in person.
    public Actor(
            PersonId person,
            Set<Role> roles,
            @Nullable PatientId patient,
            @Nullable ClinicianId clinician,
            Origin origin,
            Proof proof) {
        this(person, roles, patient, clinician, origin, proof, false);
    }

    /// The same person acting for somebody else. What they are at the clinic stays behind; whoever is no patient by
    /// role has no role then.
    public Actor actingFor(PatientId other) {
        var left = is(Role.PATIENT) ? Set.of(Role.PATIENT) : Set.<Role>of();
        return new Actor(person, left, other, null, origin, proof, true);
    }

    /// A process of ours, such as `import` or `reminder`. Its id is made from its name, so that its acts can be
    /// found.
    public static Actor system(String process) {
        var id = UUID.nameUUIDFromBytes(("visavis process " + process).getBytes(StandardCharsets.UTF_8));
        return new Actor(
                new PersonId(id),
                EnumSet.of(Role.SYSTEM),
                null,
                null,
                new Origin("process:" + process, "-", "-"),
                Proof.ALWAYS);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
