package health.visavis.custody;

import health.visavis.access.Action;
import health.visavis.access.Permission;
import health.visavis.custody.domain.KeyAct;
import health.visavis.custody.store.KeyRequests;
import java.util.UUID;

/// What is asked of access about a request: the row on the trail names it, and the patient whose content it is about.
final class KeyPermission {

    private KeyPermission() {}

    static Permission to(Action action, KeyAct act, UUID request) {
        return act.patient().map(patient -> action.of(patient, request)).orElseGet(() -> action.about(request));
    }

    /// Of one that there is not, too: who may not is told nothing, and who may that there is none.
    static Permission to(Action action, UUID request, KeyRequests requests) {
        return requests.find(request)
                .map(found -> to(action, found.terms().act(), request))
                .orElseGet(() -> action.about(request));
    }
}
