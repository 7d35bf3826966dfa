package health.visavis.local.signin.domain;

import java.util.Arrays;

/// A directory group; the application maps its name to a role.
public enum Group {
    PATIENTS("visavis-patients", false),
    DOCTORS("visavis-doctors", true),
    NURSES("visavis-nurses", true),
    ADMINS("visavis-admins", true);

    private final String claim;
    private final boolean staff;

    Group(String claim, boolean staff) {
        this.claim = claim;
        this.staff = staff;
    }

    public String claim() {
        return claim;
    }

    public boolean isStaff() {
        return staff;
    }

    public static Group of(String claim) {
        return Arrays.stream(values())
                .filter(group -> group.claim.equals(claim))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such group"));
    }
}
