package health.visavis.web.security;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import health.visavis.access.Passage;
import health.visavis.access.Passages;
import health.visavis.access.Passages.Traveller;
import health.visavis.web.session.OpenSessions;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;

/// Ends sessions that are not the one of the request, and puts that on the trail.
@Component
class SessionEnds {

    /// The address of what a process of ours does by itself.
    static final String OURSELVES = "-";

    private final OpenSessions sessions;
    private final Passages passages;
    private final CurrentActor currentActor;

    SessionEnds(OpenSessions sessions, Passages passages, CurrentActor currentActor) {
        this.sessions = sessions;
        this.passages = passages;
        this.currentActor = currentActor;
    }

    Optional<SignedIn> signedInBy(String sessionId) {
        return context(sessionId).flatMap(context -> CurrentActor.signedIn(context.getAuthentication()));
    }

    private Optional<SecurityContext> context(String sessionId) {
        return sessions.read(sessionId, SPRING_SECURITY_CONTEXT_KEY, SecurityContext.class);
    }

    /// Whether its person came by a sealed code.
    boolean isByCode(String sessionId) {
        return context(sessionId)
                .flatMap(context -> CurrentActor.emergency(context.getAuthentication()))
                .isPresent();
    }

    /// @param address of whoever ends it
    void end(String sessionId, String address, Passage.Reason reason) {
        context(sessionId)
                .flatMap(context ->
                        CurrentActor.inPerson(context.getAuthentication(), currentActor.origin(address, sessionId)))
                .ifPresent(actor -> passages.passed(Traveller.of(actor), Passage.END_SESSION, reason));
        sessions.end(sessionId);
    }
}
