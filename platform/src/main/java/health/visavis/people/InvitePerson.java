package health.visavis.people;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Sensitive;
import health.visavis.people.store.Invitations;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/// Makes the secret with which a person links a sign-in to himself: 32 random bytes, good once, for 14 days.
/// Only its hash is stored.
@UseCase
public class InvitePerson {

    private static final Duration VALID = Duration.ofDays(14);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Access access;
    private final Invitations invitations;
    private final Clock clock;

    InvitePerson(Access access, Invitations invitations, Clock clock) {
        this.access = access;
        this.invitations = invitations;
        this.clock = clock;
    }

    public Sensitive<String> invite(Actor actor, PersonId person) {
        access.require(actor, Action.INVITE_PERSON.about(person.value()));
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        invitations.add(InvitationToken.hash(token), person, clock.instant().plus(VALID));
        return Sensitive.of(token);
    }
}
