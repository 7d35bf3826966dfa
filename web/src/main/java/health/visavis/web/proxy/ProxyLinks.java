package health.visavis.web.proxy;

import health.visavis.kernel.Sensitive;
import health.visavis.links.Links.Attempt;
import health.visavis.notification.NotificationSettings;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/// Addresses of the links by which somebody answers who was asked to act for a patient.
@Component
class ProxyLinks {

    static final String PATH = "/proxy-links/";

    private final NotificationSettings settings;

    ProxyLinks(NotificationSettings settings) {
        this.settings = settings;
    }

    String of(Sensitive<String> token) {
        return settings.link(PATH + token.reveal());
    }

    static Attempt attempt(String token, HttpServletRequest request) {
        return new Attempt(request.getRemoteAddr(), Sensitive.of(token));
    }
}
