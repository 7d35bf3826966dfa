package health.visavis.web.security;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import health.visavis.access.Origin;
import health.visavis.access.Passage;
import health.visavis.kernel.PersonId;
import health.visavis.web.session.Device;
import health.visavis.web.session.OpenSessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/// Sessions of whoever came by a sealed code. No provider knows of them: what a provider says of a sign-in ends none of
/// them. They lie still as long as others may, and end by themselves at their time.
@Component
public class EmergencySessions {

    private final CurrentActor currentActor;
    private final GuestSessions sessions;
    private final OpenSessions open;
    private final SessionEnds ends;

    EmergencySessions(CurrentActor currentActor, GuestSessions sessions, OpenSessions open, SessionEnds ends) {
        this.currentActor = currentActor;
        this.sessions = sessions;
        this.open = open;
        this.ends = ends;
    }

    /// From where a code is typed.
    public Origin origin(HttpServletRequest request) {
        return currentActor.origin(request);
    }

    /// A session that nobody has used, and from where its owner will act. Whoever was signed in is not any more.
    public Origin begin(HttpServletRequest request) {
        return sessions.begin(request);
    }

    public void enter(HttpServletRequest request, EmergencyIn who) {
        var session = Objects.requireNonNull(request.getSession(false), "begun before");
        var authentication = UsernamePasswordAuthenticationToken.authenticated(who, null, List.of());
        session.setAttribute(Device.ATTRIBUTE, Device.of(request.getHeader(HttpHeaders.USER_AGENT)));
        session.setAttribute(OpenSessions.ENDS_AT, who.until());
        session.setAttribute(SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl(authentication));
    }

    /// Ends what somebody has begun by a code, wherever that was; how they are signed in otherwise stays.
    ///
    /// @param request of whoever ends it
    public void endOf(PersonId person, HttpServletRequest request) {
        open.of(person).stream()
                .filter(session -> ends.isByCode(session.id()))
                .forEach(session -> ends.end(session.id(), request.getRemoteAddr(), Passage.Reason.NOT_JUSTIFIED));
    }
}
