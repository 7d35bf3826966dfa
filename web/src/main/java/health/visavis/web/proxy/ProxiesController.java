package health.visavis.web.proxy;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.kernel.PatientId;
import health.visavis.proxy.EndProxy;
import health.visavis.proxy.ExtendProxy;
import health.visavis.proxy.ExtendProxy.ExtensionOutcome;
import health.visavis.proxy.InviteProxy;
import health.visavis.proxy.ListProxies;
import health.visavis.proxy.RegisterParent;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.Shell;
import health.visavis.web.proxy.ProxyPages.Place;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// A patient says who acts for them; for a child the clinic does.
@Controller
class ProxiesController {

    private static final String OWN = "/proxies";

    private final Access access;
    private final ListProxies listProxies;
    private final InviteProxy inviteProxy;
    private final RegisterParent registerParent;
    private final EndProxy endProxy;
    private final ExtendProxy extendProxy;
    private final ProxyPages pages;

    ProxiesController(
            Access access,
            ListProxies listProxies,
            InviteProxy inviteProxy,
            RegisterParent registerParent,
            EndProxy endProxy,
            ExtendProxy extendProxy,
            ProxyPages pages) {
        this.access = access;
        this.listProxies = listProxies;
        this.inviteProxy = inviteProxy;
        this.registerParent = registerParent;
        this.endProxy = endProxy;
        this.extendProxy = extendProxy;
        this.pages = pages;
    }

    @GetMapping(OWN)
    Page own(Actor actor) {
        var found = listProxies.own(actor);
        return Page.of("proxy/list", new ProxiesView(found, OWN, true, found.grownUp(), found.grownUp()));
    }

    @GetMapping(OWN + "/new")
    Answer ask(Actor actor, Shell shell) {
        listProxies.own(actor);
        return access.wantsFreshProof(actor, Action.INVITE_PROXY)
                ? new Redirect("/sign-in/again?to=" + OWN + "/new", null)
                : pages.form(ownPlace(shell), shell);
    }

    @PostMapping(OWN)
    Page invite(Actor actor, Shell shell, @ModelAttribute ProxyForm form) {
        var errors = form.errors(shell, false);
        return errors.any()
                ? pages.wrong(ownPlace(shell), shell, form, errors)
                : pages.answer(ownPlace(shell), shell, form, inviteProxy.invite(actor, form.wish(false)));
    }

    @PostMapping(OWN + "/{grant}/end")
    Redirect end(Actor actor, @PathVariable UUID grant) {
        return pages.answer(OWN, endProxy.end(actor, grant));
    }

    @PostMapping(OWN + "/{grant}/extension")
    Redirect extend(Actor actor, @PathVariable UUID grant) {
        return Redirect.to(OWN)
                .saying(
                        switch (extendProxy.extend(actor, grant)) {
                            case ExtensionOutcome.Extended _ -> "proxy.said.extended";
                            case ExtensionOutcome.OverAlready _ -> "proxy.said.over";
                            case ExtensionOutcome.OfAChild _ -> "proxy.said.notOfAge";
                        });
    }

    @PostMapping(OWN + "/invitations/{invitation}/withdrawal")
    Redirect withdraw(Actor actor, @PathVariable UUID invitation) {
        endProxy.withdraw(actor, invitation);
        return Redirect.to(OWN).saying("proxy.said.withdrawn");
    }

    @GetMapping("/patients/{patient}/proxies")
    Page ofPatient(Actor actor, @PathVariable UUID patient) {
        var id = new PatientId(patient);
        var found = listProxies.of(actor, id);
        return Page.of(
                "proxy/list",
                new ProxiesView(
                        found,
                        path(patient),
                        false,
                        !found.grownUp() && access.allows(actor, Action.REGISTER_PROXY.of(id)),
                        access.allows(actor, Action.END_PROXY.of(id))));
    }

    @GetMapping("/patients/{patient}/proxies/new")
    Answer askForChild(Actor actor, Shell shell, @PathVariable UUID patient) {
        var place = childPlace(actor, patient);
        if (!access.allows(actor, Action.REGISTER_PROXY.of(new PatientId(patient)))) {
            return Redirect.to(place.path());
        }
        return access.wantsFreshProof(actor, Action.REGISTER_PROXY)
                ? new Redirect("/sign-in/again?to=" + path(patient) + "/new", null)
                : pages.form(place, shell);
    }

    @PostMapping("/patients/{patient}/proxies")
    Page register(Actor actor, Shell shell, @PathVariable UUID patient, @ModelAttribute ProxyForm form) {
        var place = childPlace(actor, patient);
        var errors = form.errors(shell, true);
        return errors.any()
                ? pages.wrong(place, shell, form, errors)
                : pages.answer(
                        place, shell, form, registerParent.register(actor, new PatientId(patient), form.wish(true)));
    }

    @PostMapping("/patients/{patient}/proxies/{grant}/end")
    Redirect endOfPatient(Actor actor, @PathVariable UUID patient, @PathVariable UUID grant) {
        return pages.answer(path(patient), endProxy.end(actor, grant));
    }

    @PostMapping("/patients/{patient}/proxies/invitations/{invitation}/withdrawal")
    Redirect withdrawOfPatient(Actor actor, @PathVariable UUID patient, @PathVariable UUID invitation) {
        endProxy.withdraw(actor, invitation);
        return Redirect.to(path(patient)).saying("proxy.said.withdrawn");
    }

    private Place childPlace(Actor actor, UUID patient) {
        var found = listProxies.of(actor, new PatientId(patient));
        return new Place(path(patient), found.patient().displayName(), true);
    }

    private static Place ownPlace(Shell shell) {
        return new Place(OWN, shell.displayName(), false);
    }

    private static String path(UUID patient) {
        return "/patients/" + patient + "/proxies";
    }
}
