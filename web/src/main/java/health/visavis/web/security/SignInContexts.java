package health.visavis.web.security;

import health.visavis.web.session.OpenSessions;
import health.visavis.web.session.SessionSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/// Who is signed in, from the session of a request. A session that has lasted as long as sessions may is ended by
/// the request that asks for it.
final class SignInContexts extends HttpSessionSecurityContextRepository {

    private final SessionSettings settings;
    private final SignInTrail trail;
    private final Clock clock;

    SignInContexts(SessionSettings settings, SignInTrail trail, Clock clock) {
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        var inSession = super.loadDeferredContext(request);
        return new DeferredSecurityContext() {

            @Override
            public SecurityContext get() {
                endWhenLongEnough(request);
                return inSession.get();
            }

            @Override
            public boolean isGenerated() {
                endWhenLongEnough(request);
                return inSession.isGenerated();
            }
        };
    }

    private void endWhenLongEnough(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null
                && settings.isOver(Instant.ofEpochMilli(session.getCreationTime()), endOf(session), clock.instant())) {
            trail.stayedTooLong(request, inSession(session));
            session.invalidate();
        }
    }

    private static @Nullable Instant endOf(HttpSession session) {
        return session.getAttribute(OpenSessions.ENDS_AT) instanceof Instant end ? end : null;
    }

    private static @Nullable Authentication inSession(HttpSession session) {
        return session.getAttribute(SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context
                ? context.getAuthentication()
                : null;
    }
}
