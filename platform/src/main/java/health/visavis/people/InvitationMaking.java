package health.visavis.people;

import health.visavis.access.Role;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Sensitive;
import health.visavis.people.store.Invitations;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Makes the secret with which a person links a sign-in to himself: 32 random bytes, good once, for 14 days. Only
/// its hash is stored. An earlier invitation of the same person that nobody used ends.
@Component
class InvitationMaking {

    private static final Duration VALID = Duration.ofDays(14);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Invitations invitations;
    private final ObjectProvider<SignUp> signUp;
    private final Clock clock;

    InvitationMaking(Invitations invitations, ObjectProvider<SignUp> signUp, Clock clock) {
        this.invitations = invitations;
        this.signUp = signUp;
        this.clock = clock;
    }

    Sensitive<String> make(PersonId person, Set<Role> roles) {
        var now = clock.instant();
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        invitations.withdraw(person, now);
        invitations.add(InvitationToken.hash(token), person, new Invitations.Terms(roles, now, now.plus(VALID)));
        return Sensitive.of(token);
    }

    /// With the way to a sign-in, for somebody who has none.
    Invited offer(PersonId person, String displayName, Set<Role> roles) {
        var token = make(person, roles);
        var until = clock.instant().plus(VALID);
        return new Invited(
                person,
                token,
                Optional.ofNullable(signUp.getIfAvailable())
                        .map(place -> place.open(new SignUp.Offer(token, displayName, roles, until))));
    }
}
