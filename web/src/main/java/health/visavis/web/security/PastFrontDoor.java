package health.visavis.web.security;

import health.visavis.access.Passage.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// A request that did not come through our Front Door. Front Door writes the id of its profile into `X-Azure-FDID`
/// of every request, whatever the sender wrote there ("Secure traffic to Azure Front Door origins", Microsoft Learn):
/// another customer's says another one. Probes of the cluster come from inside and say none.
final class PastFrontDoor implements RequestMatcher {

    private static final String ID = "X-Azure-FDID";
    private static final Set<String> PROBES = Set.of("/livez", "/readyz");
    private static final String HEALTH = "/actuator/health";

    private final FrontDoorSettings settings;

    PastFrontDoor(FrontDoorSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return settings.id() != null && !isProbe(request) && !isOurs(Collections.list(request.getHeaders(ID)));
    }

    /// Why a request that matches is refused.
    static Reason reason(HttpServletRequest request) {
        return request.getHeader(ID) == null ? Reason.NO_EDGE : Reason.OTHER_EDGE;
    }

    private boolean isOurs(List<String> ids) {
        return ids.size() == 1 && MessageDigest.isEqual(bytes(ids.getFirst()), bytes(String.valueOf(settings.id())));
    }

    private static byte[] bytes(String id) {
        return id.getBytes(StandardCharsets.US_ASCII);
    }

    static boolean isProbe(HttpServletRequest request) {
        var path = request.getRequestURI();
        return PROBES.contains(path) || path.equals(HEALTH) || path.startsWith(HEALTH + "/");
    }
}
