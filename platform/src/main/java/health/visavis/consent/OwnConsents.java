package health.visavis.consent;

import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Permission;
import health.visavis.access.Subject;
import java.util.Optional;
import java.util.UUID;

/// What a patient asks for about their own consents. Whoever is no patient has none.
final class OwnConsents {

    private OwnConsents() {}

    static Permission of(Actor actor, Action action) {
        return action.on(new Subject(actor.patient(), null, null, true));
    }

    static Permission of(Actor actor, Action action, UUID subject) {
        return action.on(new Subject(actor.patient(), null, subject, true));
    }

    /// About one consent; one that there is not is answered as somebody else's.
    static Permission of(Optional<Consent> found, Action action, UUID consent) {
        return found.map(known -> action.of(known.patient(), consent))
                .orElseGet(() -> action.on(Subject.unknown(consent)));
    }
}
