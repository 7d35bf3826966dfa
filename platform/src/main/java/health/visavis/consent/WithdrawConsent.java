package health.visavis.consent;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.consent.Consent.Standing;
import health.visavis.consent.store.Consents;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// A patient takes a consent back, at any time and without a reason (42 CFR 2.31(a)(6)). It counts from the next
/// request
/// on; what was read before stays read.
@UseCase
public class WithdrawConsent {

    private final Access access;
    private final Consents consents;
    private final Clock clock;

    WithdrawConsent(Access access, Consents consents, Clock clock) {
        this.access = access;
        this.consents = consents;
        this.clock = clock;
    }

    /// False when it was over already.
    public boolean withdraw(Actor actor, UUID consent) {
        access.require(actor, OwnConsents.of(consents.find(consent), Action.WITHDRAW_CONSENT, consent));
        var found = consents.find(consent).orElseThrow();
        consents.takeTurn(found.patient());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return found.standingAt(now) == Standing.IN_FORCE && consents.withdraw(consent, actor.person(), now);
    }
}
