package health.visavis.local.signin;

import health.visavis.local.signin.domain.Group;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An account to be.
///
/// @param codeSecret shared with the person's authenticator app; staff can not sign in without one
public record NewAccount(
        String name, String displayName, Set<Group> groups, String password, byte @Nullable [] codeSecret) {

    public NewAccount {
        groups = Set.copyOf(groups);
        if (groups.stream().anyMatch(Group::isStaff) && codeSecret == null) {
            throw new IllegalArgumentException("an account of staff needs a second factor");
        }
    }

    @Override
    public String toString() {
        return "NewAccount[" + groups + "]";
    }
}
