package health.visavis.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a page may load, and from where: nothing inline and nothing from elsewhere. A page on which a call may run
/// over a vendor's service may also talk to that service; no other page may.
public final class PagePolicy {

    private static final String ISOLATED = PagePolicy.class.getName() + ".isolated";
    private static final String CALLING_SERVICE = PagePolicy.class.getName() + ".callingService";

    /// Hosts that the calling SDK of Azure Communication Services connects to.
    private static final List<String> CALLING_HOSTS = List.of(
            "*.communication.microsoft.com",
            "*.communication.azure.com",
            "*.skype.com",
            "*.teams.microsoft.com",
            "*.events.data.microsoft.com");

    private PagePolicy() {}

    /// For the page that is being answered.
    public static void allowCallingService(HttpServletRequest request) {
        request.setAttribute(CALLING_SERVICE, true);
    }

    /// For an answer that is a file from somebody else, should a browser ever show it: it may do nothing at all.
    public static void isolate(HttpServletRequest request) {
        request.setAttribute(ISOLATED, true);
    }

    /// @param formTargets where forms may lead to besides this site
    static String of(HttpServletRequest request, String formTargets) {
        if (request.getAttribute(ISOLATED) != null) {
            return "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        }
        return (request.getAttribute(CALLING_SERVICE) == null ? strict() : withCallingService()) + " " + formTargets;
    }

    static String strict() {
        return policy("", "");
    }

    /// The SDK works on sound in a worker that it makes itself, and plays sound from memory.
    static String withCallingService() {
        var hosts = CALLING_HOSTS.stream()
                .flatMap(host -> Stream.of("https://" + host, "wss://" + host))
                .collect(Collectors.joining(" "));
        return policy(" " + hosts, "; worker-src 'self' blob:");
    }

    private static String policy(String connections, String more) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                + " connect-src 'self'"
                + connections
                + "; media-src 'self' blob:; manifest-src 'self'"
                + more
                + "; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
    }
}
