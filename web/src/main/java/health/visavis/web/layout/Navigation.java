package health.visavis.web.layout;

import health.visavis.access.ProxyScope;
import health.visavis.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The main navigation of each role: five entries at most, so that they fit a small phone.
final class Navigation {

    private static final NavLink HOME = new NavLink("/", "shell.nav.home", "home");
    private static final NavLink APPOINTMENTS = new NavLink("/appointments", "shell.nav.appointments", "calendar");
    private static final NavLink AGENDA =
            new NavLink("/agenda", "shell.nav.agenda", "calendar", List.of("/appointments"));
    private static final NavLink WAITING = new NavLink("/waiting-room", "shell.nav.waiting", "clock");
    private static final NavLink PATIENTS =
            new NavLink("/patients", "shell.nav.patients", "people", List.of("/front-desk"));
    private static final NavLink MESSAGES = new NavLink("/messages", "shell.nav.messages", "message");
    private static final NavLink RECORD = new NavLink("/record", "shell.nav.record", "chart");
    private static final NavLink AUDIT = new NavLink("/audit", "shell.nav.audit", "eye");
    private static final NavLink IMPORTS = new NavLink("/imports", "shell.nav.imports", "inbox");

    private static final NavLink CALLS = new NavLink("/calls", "shell.nav.calls", "video", List.of("/surveys"));
    private static final NavLink PEOPLE = new NavLink("/people", "shell.nav.people", "people");

    private Navigation() {}

    /// To which part of what a patient can give somebody a page of the patient's belongs.
    static Optional<ProxyScope> scopeOf(NavLink link) {
        return link == APPOINTMENTS
                ? Optional.of(ProxyScope.APPOINTMENTS)
                : link == MESSAGES
                        ? Optional.of(ProxyScope.MESSAGES)
                        : link == RECORD ? Optional.of(ProxyScope.RECORD) : Optional.empty();
    }

    static List<NavLink> of(Set<Role> roles) {
        if (roles.contains(Role.GUEST) || roles.contains(Role.EMERGENCY)) {
            return List.of();
        }
        var links = new ArrayList<NavLink>();
        links.add(HOME);
        if (roles.contains(Role.DOCTOR)) {
            links.addAll(List.of(AGENDA, WAITING, PATIENTS, MESSAGES));
        } else if (roles.contains(Role.NURSE)) {
            links.addAll(List.of(AGENDA, WAITING, PATIENTS, MESSAGES));
        } else if (roles.contains(Role.PATIENT)) {
            links.addAll(List.of(APPOINTMENTS, MESSAGES, RECORD));
        }
        if (roles.contains(Role.ADMIN)) {
            links.addAll(List.of(PEOPLE, CALLS, AUDIT, IMPORTS));
        }
        return List.copyOf(links);
    }
}
