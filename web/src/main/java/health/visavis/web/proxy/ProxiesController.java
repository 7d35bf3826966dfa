package health.visavis.web.proxy;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.kernel.PatientId;
import health.visavis.proxy.AgreeToRepresentative;
import health.visavis.proxy.AgreeToRepresentative.AgreementOutcome;
import health.visavis.proxy.EndProxy;
import health.visavis.proxy.ExtendProxy;
import health.visavis.proxy.ExtendProxy.ExtensionOutcome;
import health.visavis.proxy.InviteProxy;
import health.visavis.proxy.ListProxies;
import health.visavis.proxy.RegisterRepresentative;
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

/// A patient says who acts for them; for a child, and for an adult who cannot decide, the clinic does.
@Controller
class ProxiesController {

    private static final String OWN = "/proxies";

    private final Access access;
    private final ListProxies listProxies;
    private final InviteProxy inviteProxy;
    private final RegisterRepresentative registerRepresentative;
    private final AgreeToRepresentative agreeToRepresentative;
    private final EndProxy endProxy;
    private final ExtendProxy extendProxy;
    private final ProxyPages pages;

    ProxiesController(
            Access access,
            ListProxies listProxies,
            InviteProxy inviteProxy,
            RegisterRepresentative registerRepresentative,
            AgreeToRepresentative agreeToRepresentative,
            EndProxy endProxy,
            ExtendProxy extendProxy,
            ProxyPages pages) {
        this.access = access;
        this.listProxies = listProxies;
        this.inviteProxy = inviteProxy;
        this.registerRepresentative = registerRepresentative;
        this.agreeToRepresentative = agreeToRepresentative;
        this.endProxy = endProxy;
        this.extendProxy = extendProxy;
        this.pages = pages;
    }

    @GetMapping(OWN)
    Page own(Actor actor) {
        var found = listProxies.own(actor);
        return Page.of("proxy/list", new ProxiesView(found, OWN, true, found.grownUp(), found.grownUp(), null));
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
        var errors = form.errors(shell, Side.OWN);
        return errors.any()
                ? pages.wrong(ownPlace(shell), shell, form, errors)
                : pages.answer(ownPlace(shell), shell, form, inviteProxy.invite(actor, form.wish(Side.OWN)));
    }

    @PostMapping(OWN + "/{grant}/end")
    Redirect end(Actor actor, @PathVariable UUID grant) {
        return ProxyPages.ended(OWN, endProxy.end(actor, grant));
    }

    @PostMapping(OWN + "/{grant}/extension")
    Redirect extend(Actor actor, @PathVariable UUID grant) {
        return Redirect.to(OWN)
                .saying(
                        switch (extendProxy.extend(actor, grant)) {
                            case ExtensionOutcome.Extended _ -> "proxy.said.extended";
                            case ExtensionOutcome.OverAlready _ -> "proxy.said.over";
                            case ExtensionOutcome.OfTheClinic _ -> "proxy.said.ofTheClinic";
                        });
    }

    @PostMapping(OWN + "/invitations/{invitation}/withdrawal")
    Redirect withdraw(Actor actor, @PathVariable UUID invitation) {
        return ProxyPages.withdrawn(OWN, endProxy.withdraw(actor, invitation));
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
                        access.allows(actor, Action.REGISTER_PROXY.of(id)),
                        access.allows(actor, Action.END_PROXY.of(id)),
                        access.allows(actor, Action.AGREE_TO_PROXY.of(id)) ? actor.person() : null));
    }

    @GetMapping("/patients/{patient}/proxies/new")
    Answer askForPatient(Actor actor, Shell shell, @PathVariable UUID patient) {
        var place = placeOf(actor, patient);
        if (!access.allows(actor, Action.REGISTER_PROXY.of(new PatientId(patient)))) {
            return Redirect.to(place.path());
        }
        return access.wantsFreshProof(actor, Action.REGISTER_PROXY)
                ? new Redirect("/sign-in/again?to=" + path(patient) + "/new", null)
                : pages.form(place, shell);
    }

    @PostMapping("/patients/{patient}/proxies")
    Page register(Actor actor, Shell shell, @PathVariable UUID patient, @ModelAttribute ProxyForm form) {
        var place = placeOf(actor, patient);
        var errors = form.errors(shell, place.side());
        return errors.any()
                ? pages.wrong(place, shell, form, errors)
                : pages.answer(
                        place,
                        shell,
                        form,
                        registerRepresentative.register(actor, new PatientId(patient), form.wish(place.side())));
    }

    @PostMapping("/patients/{patient}/proxies/{grant}/end")
    Redirect endOfPatient(Actor actor, @PathVariable UUID patient, @PathVariable UUID grant) {
        return ProxyPages.ended(path(patient), endProxy.end(actor, grant));
    }

    @PostMapping("/patients/{patient}/proxies/invitations/{invitation}/withdrawal")
    Redirect withdrawOfPatient(Actor actor, @PathVariable UUID patient, @PathVariable UUID invitation) {
        return ProxyPages.withdrawn(path(patient), endProxy.withdraw(actor, invitation));
    }

    @PostMapping("/patients/{patient}/proxies/invitations/{invitation}/agreement")
    Redirect agree(Actor actor, @PathVariable UUID patient, @PathVariable UUID invitation) {
        return Redirect.to(path(patient))
                .saying(
                        switch (agreeToRepresentative.agree(actor, invitation)) {
                            case AgreementOutcome.Agreed _ -> "proxy.said.agreed";
                            case AgreementOutcome.OwnRequest _ -> "proxy.said.ownRequest";
                            case AgreementOutcome.NothingToAgree _ -> "proxy.said.nothingToAgree";
                        });
    }

    private Place placeOf(Actor actor, UUID patient) {
        var found = listProxies.of(actor, new PatientId(patient));
        return new Place(path(patient), found.patient().displayName(), found.grownUp() ? Side.ADULT : Side.CHILD);
    }

    private static Place ownPlace(Shell shell) {
        return new Place(OWN, shell.displayName(), Side.OWN);
    }

    private static String path(UUID patient) {
        return "/patients/" + patient + "/proxies";
    }
}
