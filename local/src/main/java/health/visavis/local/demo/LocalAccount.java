package health.visavis.local.demo;

import health.visavis.access.Role;
import health.visavis.local.signin.domain.Group;
import java.util.List;
import java.util.Locale;

/// An account that this machine makes by itself.
public enum LocalAccount {
    PATIENT(Group.PATIENTS, "books a visit, writes to the care team, waits and talks"),
    DOCTOR(Group.DOCTORS, "confirms visits, admits patients, reads charts, writes messages"),
    NURSE(Group.NURSES, "sees the doctor's agenda and waiting room, writes messages"),
    ADMIN(Group.ADMINS, "invites people, searches the audit trail, watches imports");

    private final Group group;
    private final String canTry;

    LocalAccount(Group group, String canTry) {
        this.group = group;
        this.canTry = canTry;
    }

    /// What the person types to sign in.
    public String signInName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Group group() {
        return group;
    }

    Role role() {
        return Role.valueOf(name());
    }

    public String canTry() {
        return canTry;
    }

    static List<LocalAccount> of(LocalOptions.Use use) {
        return switch (use) {
            case DEMO -> List.of(values());
            case CLINIC -> List.of(ADMIN);
        };
    }
}
