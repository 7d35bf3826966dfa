package health.visavis.proxy;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Subject;
import health.visavis.access.UseCase;
import health.visavis.proxy.store.Invitations;
import java.time.Clock;
import java.util.UUID;

/// A second person of the clinic agrees that somebody acts for an adult who cannot decide. Only then the link opens
/// anything.
@UseCase
public class AgreeToRepresentative {

    public sealed interface AgreementOutcome {

        record Agreed() implements AgreementOutcome {}

        /// Whoever has registered somebody is not the second person.
        record OwnRequest() implements AgreementOutcome {}

        /// Somebody has agreed before, or nobody has to.
        record NothingToAgree() implements AgreementOutcome {}
    }

    private final Access access;
    private final Invitations invitations;
    private final Clock clock;

    AgreeToRepresentative(Access access, Invitations invitations, Clock clock) {
        this.access = access;
        this.invitations = invitations;
        this.clock = clock;
    }

    public AgreementOutcome agree(Actor actor, UUID invitation) {
        var found = invitations.open(invitation, clock.instant());
        access.require(
                actor,
                found.map(one -> Action.AGREE_TO_PROXY.of(one.patient(), invitation))
                        .orElseGet(() -> Action.AGREE_TO_PROXY.on(Subject.unknown(invitation))));
        var asked = found.orElseThrow();
        if (asked.madeBy().equals(actor.person())) {
            return new AgreementOutcome.OwnRequest();
        }
        return asked.waits() && invitations.agree(invitation, actor.person(), clock.instant())
                ? new AgreementOutcome.Agreed()
                : new AgreementOutcome.NothingToAgree();
    }
}
