package health.visavis.breakglass;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.breakglass.store.EmergencyCodes;
import health.visavis.kernel.PersonId;
import java.time.Clock;

/// Ends the codes of an envelope that is lost or was opened. It takes one administrator and no proof: it is always
/// safe.
@UseCase
public class WithdrawSealedCodes {

    private final Access access;
    private final EmergencyCodes codes;
    private final Clock clock;

    WithdrawSealedCodes(Access access, EmergencyCodes codes, Clock clock) {
        this.access = access;
        this.codes = codes;
        this.clock = clock;
    }

    /// False when there was none left.
    public boolean withdraw(Actor actor, PersonId of) {
        access.require(actor, Action.WITHDRAW_SEALED_CODES.about(of.value()));
        return codes.withdrawLeft(of, clock.instant()) > 0;
    }
}
