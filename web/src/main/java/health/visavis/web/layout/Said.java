package health.visavis.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The sentence a redirect leaves for the next page: kept in the session, shown once.
@Component
final class Said {

    private static final String ATTRIBUTE = Said.class.getName();

    void keep(Words said, HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, new Kept(said.key(), new ArrayList<>(said.arguments())));
    }

    Optional<Words> take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof Kept kept)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        return Optional.of(new Words(kept.key(), List.copyOf(kept.arguments())));
    }

    private record Kept(String key, ArrayList<Object> arguments) implements Serializable {}
}
