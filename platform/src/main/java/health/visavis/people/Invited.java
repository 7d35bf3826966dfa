package health.visavis.people;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.Sensitive;
import java.net.URI;
import java.util.Optional;

/// An invitation as it was just made: nobody reads its secret a second time.
///
/// @param signUp where the person makes a sign-in first, when the identity provider is ours
public record Invited(PersonId person, Sensitive<String> token, Optional<URI> signUp) {

    /// The address holds the secret too.
    @Override
    public String toString() {
        return "Invited[" + person + "]";
    }
}
