package health.visavis.web.security;

import health.visavis.people.AcceptInvitation;
import health.visavis.people.AcceptInvitation.Outcome;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Pages around signing in. Signing in itself happens at the provider.
@Controller
class SignInController {

    private final AcceptInvitation acceptInvitation;
    private final CurrentActor currentActor;
    private final SignInSettings settings;

    SignInController(AcceptInvitation acceptInvitation, CurrentActor currentActor, SignInSettings settings) {
        this.acceptInvitation = acceptInvitation;
        this.currentActor = currentActor;
        this.settings = settings;
    }

    /// Where two providers are to choose from, the first page offers them.
    @GetMapping("/sign-in")
    Redirect signIn() {
        return Redirect.to(settings.patients() == null ? settings.start() : "/");
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
        return Page.of("signin/message", new SignInView("second-factor", SignInRequests.WITH_SECOND_FACTOR));
    }

    @GetMapping("/sign-in/groups")
    Page groupsLeftOut() {
        return Page.of("signin/message", new SignInView("groups"));
    }

    /// What somebody wants to do is sensitive, and it is a while ago that they showed who they are.
    @GetMapping("/sign-in/again")
    Page again(
            OAuth2AuthenticationToken authentication,
            @RequestParam(defaultValue = "/") String to,
            HttpSession session) {
        WayBack.remember(session, to);
        var way = SignInRequests.ANEW.formatted(authentication.getAuthorizedClientRegistrationId());
        return Page.of("signin/message", new SignInView("again", way));
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
