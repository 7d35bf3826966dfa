package health.visavis.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Finds the signed-in person of a request. Sign-in implements it; empty means a stranger.
public interface Viewers {

    Optional<Viewer> viewer(HttpServletRequest request);
}
