package health.visavis.proxy;

import health.visavis.access.Actor;
import health.visavis.access.ProxyScope;
import health.visavis.kernel.Sensitive;
import health.visavis.links.Links.Attempt;
import health.visavis.proxy.AcceptProxy.AcceptanceOutcome;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/// People who act for a patient, for module tests: asked and taken up as by everybody.
@Component
public class ProxyFixtures {

    private final InviteProxy inviteProxy;
    private final AcceptProxy acceptProxy;

    ProxyFixtures(InviteProxy inviteProxy, AcceptProxy acceptProxy) {
        this.inviteProxy = inviteProxy;
        this.acceptProxy = acceptProxy;
    }

    public static ProxyWish wish(Relationship relationship, ProxyScope... scopes) {
        return new ProxyWish(
                "Ana",
                "Lopez",
                relationship,
                scopes.length == 0 ? EnumSet.allOf(ProxyScope.class) : EnumSet.copyOf(Arrays.asList(scopes)),
                Period.ofMonths(6));
    }

    public static Attempt attempt(Sensitive<String> token) {
        return new Attempt("192.0.2.7", token);
    }

    /// For everything when no scope is named.
    public ProxyGrant grant(Actor patient, Actor person, ProxyScope... scopes) {
        return take(person, ask(patient, scopes));
    }

    /// For everything when no scope is named.
    public AskingOutcome.Asked ask(Actor patient, ProxyScope... scopes) {
        return (AskingOutcome.Asked) inviteProxy.invite(patient, wish(Relationship.DAUGHTER, scopes));
    }

    public ProxyGrant take(Actor person, AskingOutcome.Asked asked) {
        return ((AcceptanceOutcome.Accepted) acceptProxy.accept(person, attempt(asked.token()))).grant();
    }

    public static Set<ProxyScope> everything() {
        return EnumSet.allOf(ProxyScope.class);
    }
}
