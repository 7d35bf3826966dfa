package health.visavis.people;

import health.visavis.kernel.PersonId;
import health.visavis.people.store.Invitations;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Ends what a person was invited with and has not used.
@Component
class InvitationEnding {

    private final Invitations invitations;
    private final Clock clock;

    InvitationEnding(Invitations invitations, Clock clock) {
        this.invitations = invitations;
        this.clock = clock;
    }

    void end(PersonId person) {
        invitations.withdraw(person, clock.instant());
    }
}
