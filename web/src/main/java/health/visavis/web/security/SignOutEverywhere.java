package health.visavis.web.security;

import health.visavis.access.Passage;
import health.visavis.kernel.PersonId;
import health.visavis.web.session.OpenSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/// Signing out with `everywhere`: the person's other sessions end with this one.
@Component
class SignOutEverywhere implements LogoutHandler {

    private final OpenSessions sessions;
    private final SessionEnds ends;

    SignOutEverywhere(OpenSessions sessions, SessionEnds ends) {
        this.sessions = sessions;
        this.ends = ends;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (request.getParameter("everywhere") != null) {
            CurrentActor.signedIn(authentication)
                    .flatMap(signedIn -> Optional.ofNullable(signedIn.person()))
                    .ifPresent(person -> endOthers(request, new PersonId(person)));
        }
    }

    private void endOthers(HttpServletRequest request, PersonId person) {
        var own = idOf(request.getSession(false));
        sessions.of(person).stream()
                .filter(session -> !session.id().equals(own))
                .forEach(session -> ends.end(session.id(), request.getRemoteAddr(), Passage.Reason.EVERYWHERE));
    }

    private static @Nullable String idOf(@Nullable HttpSession session) {
        return session == null ? null : session.getId();
    }
}
