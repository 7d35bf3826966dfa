package health.visavis.proxy;

import health.visavis.proxy.ProxyGrant.End;
import health.visavis.proxy.store.Grants;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Ends what somebody may do for a patient, and what they hold because of it.
@Component
class Ending {

    private final Grants grants;
    private final ObjectProvider<ActingWatch> watches;

    Ending(Grants grants, ObjectProvider<ActingWatch> watches) {
        this.grants = grants;
        this.watches = watches;
    }

    /// False when it was over before.
    boolean end(ProxyGrant grant, End end) {
        if (!grant.isActiveAt(end.at()) || !grants.end(grant.id(), end)) {
            return false;
        }
        watches.forEach(watch -> watch.ended(grant.patient(), grant.person()));
        return true;
    }
}
