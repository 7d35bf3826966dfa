package health.visavis.web.session;

import health.visavis.access.Actor;
import health.visavis.web.layout.Page;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// A person's own sessions.
@Controller
class SessionController {

    private final OpenSessions sessions;

    SessionController(OpenSessions sessions) {
        this.sessions = sessions;
    }

    /// Reaching this is what extends a session: every request does.
    @PostMapping("/session/extension")
    ResponseEntity<Void> extend(Actor actor) {
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/settings/sessions")
    Page own(Actor actor, HttpSession here) {
        return Page.of("session/list", new SessionsView(sessions.of(actor.person()), here.getId()));
    }
}
