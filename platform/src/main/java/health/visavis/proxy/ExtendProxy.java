package health.visavis.proxy;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Subject;
import health.visavis.access.UseCase;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.people.People;
import health.visavis.proxy.ProxyGrant.End;
import health.visavis.proxy.domain.ProxyRules;
import health.visavis.proxy.store.Grants;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// A patient lets somebody who acts for them go on, for the longest time from now. A new grant takes the place of the
/// one before.
@UseCase
public class ExtendProxy {

    public sealed interface ExtensionOutcome {

        record Extended(Instant until) implements ExtensionOutcome {}

        /// What is over is not taken up again: the patient invites anew.
        record OverAlready() implements ExtensionOutcome {}

        /// What the clinic has registered goes on by its word alone; a parent's ends with the birthday.
        record OfTheClinic() implements ExtensionOutcome {}
    }

    private final Access access;
    private final Grants grants;
    private final People people;
    private final ProxyRules rules;
    private final Clock clock;

    ExtendProxy(Access access, Grants grants, People people, ProxyRules rules, Clock clock) {
        this.access = access;
        this.grants = grants;
        this.people = people;
        this.rules = rules;
        this.clock = clock;
    }

    public ExtensionOutcome extend(Actor actor, UUID grant) {
        var found = grants.find(grant);
        access.require(
                actor,
                found.map(one -> Action.EXTEND_PROXY.of(one.patient(), grant))
                        .orElseGet(() -> Action.EXTEND_PROXY.on(Subject.unknown(grant))));
        var before = found.orElseThrow();
        if (before.basis() != Basis.PATIENT) {
            return new ExtensionOutcome.OfTheClinic();
        }
        grants.takeTurn(before.patient());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!before.isActiveAt(now) || !grants.end(grant, new End(actor.person(), now, End.Reason.REPLACED))) {
            return new ExtensionOutcome.OverAlready();
        }
        var zone = people.patient(before.patient()).orElseThrow().zone();
        var until = rules.endOf(rules.longest(), zone, now);
        grants.add(new ProxyGrant(
                TimeOrderedId.next(),
                before.invitation(),
                before.patient(),
                before.person(),
                before.relationship(),
                before.scopes(),
                before.basis(),
                actor.person(),
                now,
                until,
                null));
        return new ExtensionOutcome.Extended(until);
    }
}
