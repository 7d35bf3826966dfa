package health.visavis.proof;

import health.visavis.proof.http.WebSession;
import health.visavis.proof.running.Visavis;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// Every demo person signs in and looks at their pages.
public final class Walk {

    private static final Map<String, List<String>> PAGES = Map.of(
            "patient", List.of("/", "/appointments", "/appointments/new", "/messages", "/help"),
            "doctor", List.of("/", "/agenda", "/agenda/hours", "/waiting-room", "/messages", "/patients"),
            "nurse", List.of("/", "/agenda", "/waiting-room"),
            "admin", List.of("/", "/audit", "/imports"));

    private Walk() {}

    public static void through(Visavis visavis, URI address) {
        try (var client = WebSession.newClient()) {
            PAGES.forEach((name, pages) -> {
                var session = visavis.signIn(client, address, name);
                pages.forEach(session::get);
            });
        }
    }
}
