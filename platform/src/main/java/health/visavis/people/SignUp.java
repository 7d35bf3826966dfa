package health.visavis.people;

import health.visavis.access.Role;
import health.visavis.kernel.Sensitive;
import java.net.URI;
import java.time.Instant;
import java.util.Set;

/// Where somebody who was invited makes a sign-in, for an identity provider that comes with the platform. Without
/// it people bring the sign-in of their organisation, and open the invitation itself.
public interface SignUp {

    /// Called in the transaction that makes the invitation.
    ///
    /// @return the address to open first; it leads to the invitation
    URI open(Offer offer);

    record Offer(Sensitive<String> token, String displayName, Set<Role> roles, Instant until) {

        @Override
        public String toString() {
            return "Offer[" + roles + "]";
        }
    }
}
