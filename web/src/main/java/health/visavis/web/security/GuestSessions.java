package health.visavis.web.security;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import health.visavis.access.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/// Begins the session of a guest. A browser is one person at a time: whoever was signed in there is not any more.
@Component
public class GuestSessions {

    private final CurrentActor currentActor;

    GuestSessions(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    /// A session that nobody has used, and from where its owner will act.
    public Origin begin(HttpServletRequest request) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        return currentActor.origin(request, request.getSession(true).getId());
    }

    /// Names the session of a request as a link's holder does.
    public String holder(HttpServletRequest request) {
        return currentActor.origin(request).session();
    }

    public void enter(HttpServletRequest request, GuestIn guest) {
        var authentication = UsernamePasswordAuthenticationToken.authenticated(guest, null, List.of());
        request.getSession(true).setAttribute(SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl(authentication));
    }
}
