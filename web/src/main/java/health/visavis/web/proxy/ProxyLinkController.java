package health.visavis.web.proxy;

import health.visavis.access.Actor;
import health.visavis.links.Links.Attempt;
import health.visavis.notification.InvitationMail;
import health.visavis.proxy.AcceptProxy;
import health.visavis.proxy.AcceptProxy.AcceptanceOutcome;
import health.visavis.proxy.WelcomeProxy;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.InPerson;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.Shell;
import health.visavis.web.problem.TriedTooOften;
import health.visavis.web.security.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The link of somebody who was asked to act for a patient. For whom is told to whoever has signed in; opening it uses
/// nothing up, and one that opens nothing is answered in one way.
@Controller
@RequestMapping("/proxy-links/{token}")
class ProxyLinkController {

    private final WelcomeProxy welcome;
    private final AcceptProxy acceptProxy;
    private final InvitationMail invitations;
    private final CurrentActor currentActor;

    ProxyLinkController(
            WelcomeProxy welcome, AcceptProxy acceptProxy, InvitationMail invitations, CurrentActor currentActor) {
        this.welcome = welcome;
        this.acceptProxy = acceptProxy;
        this.invitations = invitations;
        this.currentActor = currentActor;
    }

    /// Whoever is signed in goes on to what they are asked for; others say whether they have a sign-in.
    @GetMapping
    Answer open(@PathVariable String token, Shell shell, HttpServletRequest request) {
        if (shell.signedIn() && !shell.guest()) {
            return Redirect.to("/proxy-links/{token}/acceptance", token);
        }
        return welcome.look(ProxyLinks.attempt(token, request))
                .<Answer>map(name -> Page.of("proxy/link", new ProxyLinkView.Welcome(ProxyLinks.PATH + token, name)))
                .orElseGet(() -> opensNothing(token, request));
    }

    /// Whoever has none makes one: with our own provider at once, with another by the invitation that comes of it.
    @PostMapping("/account")
    Answer account(@PathVariable String token, Shell shell, HttpServletRequest request) {
        return welcome.welcome(
                        ProxyLinks.attempt(token, request), shell.language().locale(), currentActor.origin(request))
                .<Answer>map(invited -> Page.of("proxy/account", new ProxyLinkView.Account(invitations.link(invited))))
                .orElseGet(() -> opensNothing(token, request));
    }

    @GetMapping("/acceptance")
    Answer asked(@InPerson Actor actor, @PathVariable String token, HttpServletRequest request) {
        return acceptProxy
                .look(actor, ProxyLinks.attempt(token, request))
                .<Answer>map(asked ->
                        Page.of("proxy/acceptance", new ProxyLinkView.Asked(ProxyLinks.PATH + token, asked, null)))
                .orElseGet(() -> opensNothing(token, request).status(HttpStatus.CONFLICT));
    }

    @PostMapping("/acceptance")
    Answer accept(@InPerson Actor actor, @PathVariable String token, HttpServletRequest request) {
        var attempt = ProxyLinks.attempt(token, request);
        return switch (acceptProxy.accept(actor, attempt)) {
            case AcceptanceOutcome.Accepted _ -> Redirect.to("/acting").saying("proxy.said.accepted");
            case AcceptanceOutcome.NotValid _ -> opensNothing(token, request).status(HttpStatus.CONFLICT);
            case AcceptanceOutcome.Oneself _ -> refused(actor, token, attempt, "oneself", request);
            case AcceptanceOutcome.NotOfAge _ -> refused(actor, token, attempt, "notOfAge", request);
        };
    }

    private Page refused(Actor actor, String token, Attempt attempt, String why, HttpServletRequest request) {
        return acceptProxy
                .look(actor, attempt)
                .map(asked -> Page.of("proxy/acceptance", new ProxyLinkView.Asked(ProxyLinks.PATH + token, asked, why))
                        .status(HttpStatus.CONFLICT))
                .orElseGet(() -> opensNothing(token, request).status(HttpStatus.CONFLICT));
    }

    private Page opensNothing(String token, HttpServletRequest request) {
        welcome.waitOf(request.getRemoteAddr()).ifPresent(wait -> {
            throw new TriedTooOften(wait);
        });
        var waits = welcome.waits(ProxyLinks.attempt(token, request));
        return Page.of("proxy/nothing", new ProxyLinkView.Nothing(waits)).status(HttpStatus.NOT_FOUND);
    }
}
