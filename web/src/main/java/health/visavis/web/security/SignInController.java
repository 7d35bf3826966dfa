package health.visavis.web.security;

import health.visavis.people.AcceptInvitation;
import health.visavis.people.AcceptInvitation.Outcome;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Pages around signing in. Signing in itself happens at the provider.
@Controller
class SignInController {

    private final AcceptInvitation acceptInvitation;
    private final CurrentActor currentActor;

    SignInController(AcceptInvitation acceptInvitation, CurrentActor currentActor) {
        this.acceptInvitation = acceptInvitation;
        this.currentActor = currentActor;
    }

    @GetMapping("/signed-out")
    Page signedOut() {
        return Page.of("signin/message", new SignInView("signed-out"));
    }

    @GetMapping("/session-ended")
    Page sessionEnded() {
        return Page.of("signin/message", new SignInView("session-ended"));
    }

    @GetMapping("/sign-in/failed")
    Page failed() {
        return Page.of("signin/message", new SignInView("failed"));
    }

    @GetMapping("/sign-in/second-factor")
    Page secondFactorMissing() {
        return Page.of("signin/message", new SignInView("second-factor"));
    }

    @GetMapping("/no-invitation")
    Page noInvitation() {
        return Page.of("signin/message", new SignInView("no-invitation"));
    }

    /// Shows what accepting means; a mail scanner that follows the link uses nothing up.
    @GetMapping("/invitations/{token}")
    Page invitation(@PathVariable String token) {
        return Page.of("signin/invitation", new InvitationView(token, false));
    }

    @PostMapping("/invitations/{token}")
    Answer accept(
            @PathVariable String token,
            Authentication authentication,
            HttpServletRequest request,
            HttpSession session) {
        var signedIn = CurrentActor.signedIn(authentication).orElseThrow();
        var identity = new AcceptInvitation.Identity(
                signedIn.issuer(), signedIn.subject(), signedIn.roles(), currentActor.origin(request));
        return switch (acceptInvitation.accept(identity, token)) {
            case Outcome.Linked linked -> {
                session.invalidate();
                yield Page.of("signin/message", new SignInView("linked"));
            }
            case Outcome.NotValid notValid ->
                Page.of("signin/invitation", new InvitationView(token, true)).status(HttpStatus.CONFLICT);
            case Outcome.IdentityTaken taken ->
                Page.of("signin/message", new SignInView("identity-taken")).status(HttpStatus.CONFLICT);
        };
    }
}
