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
/// @param proof when they have last shown that it is them
public record Actor(
        PersonId person,
        Set<Role> roles,
        @Nullable PatientId patient,
        @Nullable ClinicianId clinician,
        Origin origin,
        Proof proof) {

    public Actor {
        roles = Set.copyOf(roles);
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
