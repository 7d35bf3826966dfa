package health.visavis.web.session;

import health.visavis.access.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Reaching this controller is what extends a session: every request does.
@RestController
class SessionController {

    @PostMapping("/session/extension")
    ResponseEntity<Void> extend(Actor actor) {
        return ResponseEntity.noContent().build();
    }
}
