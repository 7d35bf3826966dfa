package health.visavis.web.visit;

import health.visavis.kernel.Sensitive;
import health.visavis.links.Links.Attempt;
import health.visavis.visit.GuestInvitation;
import health.visavis.visit.OpenGuestLink;
import health.visavis.visit.OpenGuestLink.InvitedTo;
import health.visavis.web.components.FormErrors;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.Shell;
import health.visavis.web.problem.TriedTooOften;
import health.visavis.web.security.GuestIn;
import health.visavis.web.security.GuestSessions;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The link of a guest. Opening it shows who invites and uses nothing up; what is sent from that page makes this
/// browser the guest. A link that opens nothing is answered in one way.
@Controller
@RequestMapping("/join/{token}")
class JoinController {

    private final OpenGuestLink openGuestLink;
    private final GuestSessions sessions;
    private final VisitNames names;

    JoinController(OpenGuestLink openGuestLink, GuestSessions sessions, VisitNames names) {
        this.openGuestLink = openGuestLink;
        this.sessions = sessions;
        this.names = names;
    }

    /// Whoever is the guest already goes on where they were.
    @GetMapping
    Answer invitation(@PathVariable String token, Shell shell, HttpServletRequest request) {
        return openGuestLink
                .look(attempt(token, request), sessions.holder(request))
                .<Answer>map(to -> to.here()
                        ? Redirect.to("/visits/{id}/guest/room", to.visit().value())
                        : page(token, shell, to, null, FormErrors.none()))
                .orElseGet(() -> opensNothing(request));
    }

    @PostMapping
    Answer enter(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            Shell shell,
            HttpServletRequest request) {
        var attempt = attempt(token, request);
        var invitedTo = openGuestLink.look(attempt, sessions.holder(request));
        if (invitedTo.isEmpty()) {
            return opensNothing(request);
        }
        var called = name.strip();
        if (called.isEmpty() || called.length() > GuestInvitation.LONGEST_NAME) {
            var sentence = called.isEmpty()
                    ? shell.t("visit.join.nameMissing")
                    : shell.t("component.errors.tooLong", GuestInvitation.LONGEST_NAME);
            var errors = FormErrors.none().with("name", sentence);
            return page(token, shell, invitedTo.get(), called, errors).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return openGuestLink
                .take(attempt, called, sessions.begin(request))
                .<Answer>map(entry -> {
                    sessions.enter(
                            request,
                            new GuestIn(entry.guest().value(), entry.visit().value(), called));
                    return Redirect.to(
                            "/visits/{id}/guest/device-check", entry.visit().value());
                })
                .orElseGet(() -> opensNothing(request));
    }

    private Page page(String token, Shell shell, InvitedTo to, @Nullable String name, FormErrors errors) {
        return Page.of(
                "visit/join",
                new JoinView(
                        "/join/" + token,
                        names.clinician(to.clinician()),
                        to.slot().start(),
                        GuestWords.role(shell, to.kind(), to.language()),
                        name,
                        shell.signedIn() && !shell.guest(),
                        errors));
    }

    private Page opensNothing(HttpServletRequest request) {
        openGuestLink.waitOf(request.getRemoteAddr()).ifPresent(wait -> {
            throw new TriedTooOften(wait);
        });
        return Page.of("visit/join-nothing").status(HttpStatus.NOT_FOUND);
    }

    private static Attempt attempt(String token, HttpServletRequest request) {
        return new Attempt(request.getRemoteAddr(), Sensitive.of(token));
    }
}
