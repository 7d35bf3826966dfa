package health.visavis.web.proxy;

import static health.visavis.web.layout.TestShell.NOW;

import health.visavis.access.ProxyScope;
import health.visavis.access.Role;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.people.Gender;
import health.visavis.people.PatientSummary;
import health.visavis.proxy.AcceptProxy;
import health.visavis.proxy.ActFor;
import health.visavis.proxy.Basis;
import health.visavis.proxy.ListProxies.Found;
import health.visavis.proxy.ListProxies.Named;
import health.visavis.proxy.ProxyGrant;
import health.visavis.proxy.ProxyGrant.End;
import health.visavis.proxy.ProxyInvitation;
import health.visavis.proxy.Relationship;
import health.visavis.web.components.FormErrors;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Acting;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.TestShell;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The pages of people who act for a patient, in their states.
public final class ProxyPageFixtures {

    private static final String LONG_NAME = "Maximiliana Wolfeschlegelsteinhausenbergerdorff";
    private static final Set<ProxyScope> EVERYTHING = EnumSet.allOf(ProxyScope.class);
    private static final PatientSummary MARIA = new PatientSummary(
            new PatientId(new UUID(5, 1)),
            new PersonId(new UUID(5, 2)),
            "Maria Lopez",
            LocalDate.of(1946, 3, 9),
            Gender.FEMALE,
            TestShell.ZONE);

    private static final PersonId READER = new PersonId(new UUID(5, 7));

    private ProxyPageFixtures() {}

    public static Map<String, String> all(Language language) {
        var patient = TestShell.of(language).signedInAs(Role.PATIENT).at("/proxies");
        var stranger = TestShell.of(language).at("/proxy-links/x");
        var nurse = TestShell.of(language).signedInAs(Role.NURSE).at("/patients/x/proxies");
        var acting = patient.acting(new Acting(LONG_NAME, EVERYTHING));
        var pages = new LinkedHashMap<String, String>();
        pages.put("proxies", patient.render(list(true, true, true)));
        pages.put("proxies-nobody", patient.render(list(false, true, true)));
        pages.put("proxies-of-child", patient.render(list(true, true, false)));
        pages.put("proxies-clinic-child", nurse.render(list(true, false, false)));
        pages.put("proxies-clinic-adult", nurse.render(list(true, false, true)));
        pages.put("proxy-form", patient.render(form(patient, Side.OWN, FormErrors.none(), null)));
        pages.put("proxy-form-child", nurse.render(form(nurse, Side.CHILD, FormErrors.none(), null)));
        pages.put("proxy-form-adult", nurse.render(form(nurse, Side.ADULT, FormErrors.none(), null)));
        var wrong = FormErrors.none();
        for (var field : List.of("given", "family", "relationship", "scope", "months")) {
            wrong = wrong.with(field, "?");
        }
        pages.put("proxy-form-wrong", patient.render(form(patient, Side.OWN, wrong, "?")));
        pages.put("proxy-made", patient.render(made(Side.OWN)));
        pages.put("proxy-made-waits", nurse.render(made(Side.ADULT)));
        pages.put(
                "proxy-link",
                stranger.render(Page.of("proxy/link", new ProxyLinkView.Welcome("/proxy-links/x", "Ana"))));
        pages.put(
                "proxy-account",
                stranger.render(Page.of("proxy/account", new ProxyLinkView.Account("/invitations/x"))));
        pages.put("proxy-nothing", stranger.render(Page.of("proxy/nothing", new ProxyLinkView.Nothing(false))));
        pages.put("proxy-waiting", stranger.render(Page.of("proxy/nothing", new ProxyLinkView.Nothing(true))));
        pages.put("proxy-acceptance", patient.render(asked(false, null)));
        pages.put("proxy-acceptance-oneself", patient.render(asked(true, null)));
        pages.put("proxy-acceptance-not-of-age", patient.render(asked(false, "notOfAge")));
        pages.put("acting-nobody", patient.render(Page.of("proxy/acting", new ActingView(List.of(), true))));
        pages.put("acting", patient.render(Page.of("proxy/acting", new ActingView(people(), false))));
        pages.put("acting-for", acting.render(Page.of("proxy/acting", new ActingView(people(), true))));
        pages.put(
                "acting-over",
                patient.acting(Acting.OVER).render(Page.of("proxy/acting", new ActingView(List.of(), true))));
        return pages;
    }

    private static List<ActFor.Named> people() {
        return Arrays.stream(Relationship.values())
                .map(who -> new ActFor.Named(grant(who, null), MARIA))
                .toList();
    }

    private static Page asked(boolean oneself, @Nullable String refusal) {
        return Page.of(
                "proxy/acceptance",
                new ProxyLinkView.Asked(
                        "/proxy-links/x", new AcceptProxy.Asked(invitation(Basis.PATIENT), MARIA, oneself), refusal));
    }

    private static Page made(Side side) {
        return Page.of(
                "proxy/made",
                new ProxiesView.Made(
                        "/proxies",
                        "Ana",
                        side,
                        "https://clinic.example/proxy-links/" + "x".repeat(43),
                        NOW.plus(Duration.ofDays(100)),
                        NOW.plus(Duration.ofDays(14))));
    }

    private static Page form(TestShell shell, Side side, FormErrors errors, @Nullable String refusal) {
        return Page.of(
                "proxy/form",
                new ProxiesView.Asking(
                        "/proxies",
                        "Maria Lopez",
                        side,
                        new ProxyForm("Ana", "Lopez", "DAUGHTER", List.of("RECORD"), "6"),
                        ProxyForm.relationships(shell.shell(), side),
                        ProxyForm.lengths(shell.shell()),
                        errors,
                        refusal));
    }

    private static Page list(boolean any, boolean own, boolean grownUp) {
        var past = Stream.concat(
                        Stream.of(grant(Relationship.SON, null)),
                        Arrays.stream(End.Reason.values())
                                .map(reason ->
                                        grant(Relationship.SON, new End(new PersonId(new UUID(5, 3)), NOW, reason))))
                .map(grant -> new Named(grant, LONG_NAME))
                .toList();
        var found = any
                ? new Found(
                        MARIA,
                        grownUp,
                        List.of(
                                new Named(grant(Relationship.DAUGHTER, Basis.PATIENT, null), LONG_NAME),
                                new Named(grant(Relationship.GUARDIAN, Basis.REPRESENTED, null), LONG_NAME)),
                        List.of(invitation(Basis.PATIENT), invitation(Basis.REPRESENTED)),
                        past)
                : new Found(MARIA, grownUp, List.of(), List.of(), List.of());
        return Page.of(
                "proxy/list",
                new ProxiesView(found, "/proxies", own, !own || grownUp, !own || grownUp, own ? null : READER));
    }

    private static ProxyInvitation invitation(Basis basis) {
        return new ProxyInvitation(
                new UUID(5, 9),
                MARIA.id(),
                new UUID(5, 8),
                "Ana",
                "Lopez",
                Relationship.DAUGHTER,
                EVERYTHING,
                basis,
                NOW.plus(Duration.ofDays(100)),
                MARIA.person(),
                NOW,
                NOW.plus(Duration.ofDays(14)),
                null);
    }

    private static ProxyGrant grant(Relationship who, @Nullable End end) {
        return grant(who, Basis.PATIENT, end);
    }

    private static ProxyGrant grant(Relationship who, Basis basis, @Nullable End end) {
        return new ProxyGrant(
                new UUID(6, who.ordinal()),
                new UUID(5, 9),
                MARIA.id(),
                new PersonId(new UUID(5, 4)),
                who,
                EVERYTHING,
                basis,
                MARIA.person(),
                NOW.minus(Duration.ofDays(3)),
                NOW.plus(Duration.ofDays(100)),
                end);
    }
}
