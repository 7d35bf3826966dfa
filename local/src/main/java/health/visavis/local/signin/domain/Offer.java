package health.visavis.local.signin.domain;

import java.util.Set;

/// An account that somebody may make.
///
/// @param application where the invitation lies, as its people reach it
public record Offer(String displayName, Set<Group> groups, String application) {

    /// NIST SP 800-63B-4, section 3.1.1.2: fewer characters will do where there is a second factor.
    private static final int ALONE = 15;

    private static final int WITH_A_SECOND_FACTOR = 8;
    private static final int LONGEST = 200;

    public Offer {
        groups = Set.copyOf(groups);
    }

    public boolean needsSecondFactor() {
        return groups.stream().anyMatch(Group::isStaff);
    }

    public boolean accepts(String password) {
        var length = password.codePointCount(0, password.length());
        return length >= (needsSecondFactor() ? WITH_A_SECOND_FACTOR : ALONE) && password.length() <= LONGEST;
    }

    @Override
    public String toString() {
        return "Offer[" + groups + "]";
    }
}
