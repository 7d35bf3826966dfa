package health.visavis.custody;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.custody.domain.KeyAct;
import health.visavis.custody.domain.KeyRequest.Approved;
import health.visavis.custody.domain.KeyRequest.Ending;
import health.visavis.custody.store.KeyRequests;
import health.visavis.keys.KeyRing;
import java.time.Clock;
import java.util.UUID;

/// Does what two people have agreed to, and notes it on the trail.
@UseCase
public class CarryOutKeyAct {

    private final Access access;
    private final KeyRequests requests;
    private final KeyRing keys;
    private final Clock clock;

    CarryOutKeyAct(Access access, KeyRequests requests, KeyRing keys, Clock clock) {
        this.access = access;
        this.requests = requests;
        this.keys = keys;
        this.clock = clock;
    }

    /// What the database does is done here, in one transaction with its row; what the vault has done is noted. Quiet
    /// for what two people have not agreed to, or was done before.
    public void done(Actor actor, UUID request) {
        access.require(actor, KeyPermission.to(Action.CARRY_OUT_KEY_ACT, request, requests));
        if (requests.held(request).orElse(null) instanceof Approved approved) {
            if (approved.terms().act() instanceof KeyAct.Destroy destroy) {
                keys.destroy(destroy.of());
            }
            requests.close(request, Ending.DONE, actor.person(), clock.instant());
        }
    }

    /// It can not be done.
    public void failed(Actor actor, UUID request) {
        access.require(actor, KeyPermission.to(Action.GIVE_UP_KEY_ACT, request, requests));
        if (requests.held(request).orElse(null) instanceof Approved) {
            requests.close(request, Ending.FAILED, actor.person(), clock.instant());
        }
    }
}
