package health.visavis.web.security;

import health.visavis.web.layout.OurPath;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/// Where somebody goes on who has shown anew who they are.
final class WayBack {

    private static final String ATTRIBUTE = "visavis.way-back";

    private WayBack() {}

    static void remember(HttpSession session, String path) {
        session.setAttribute(ATTRIBUTE, OurPath.or(path, "/"));
    }

    static Optional<String> take(HttpSession session) {
        var path = session.getAttribute(ATTRIBUTE);
        session.removeAttribute(ATTRIBUTE);
        return Optional.ofNullable((String) path);
    }
}
