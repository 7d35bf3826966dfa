package health.visavis.proxy;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Subject;
import health.visavis.access.UseCase;
import health.visavis.kernel.PatientId;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import health.visavis.proxy.store.Grants;
import health.visavis.proxy.store.Invitations;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/// Who acts for a patient, for what and until when; and who did.
@UseCase
public class ListProxies {

    private static final int PAST = 20;

    public record Named(ProxyGrant grant, String name) {}

    /// @param grownUp whether the patient decides alone
    /// @param past the last one first
    public record Found(
            PatientSummary patient,
            boolean grownUp,
            List<Named> acting,
            List<ProxyInvitation> asked,
            List<Named> past) {}

    private final Access access;
    private final People people;
    private final Grants grants;
    private final Invitations invitations;
    private final Asking asking;
    private final Clock clock;

    ListProxies(Access access, People people, Grants grants, Invitations invitations, Asking asking, Clock clock) {
        this.access = access;
        this.people = people;
        this.grants = grants;
        this.invitations = invitations;
        this.asking = asking;
        this.clock = clock;
    }

    public Found own(Actor actor) {
        access.require(actor, InviteProxy.own(actor, Action.LIST_PROXIES));
        return found(people.patient(Objects.requireNonNull(actor.patient())).orElseThrow());
    }

    /// For the clinic.
    public Found of(Actor actor, PatientId patient) {
        var known = people.patient(patient);
        access.require(
                actor,
                known.isPresent()
                        ? Action.LIST_PROXIES.of(patient)
                        : Action.LIST_PROXIES.on(Subject.unknown(patient.value())));
        return found(known.orElseThrow());
    }

    private Found found(PatientSummary patient) {
        var now = clock.instant();
        var all = grants.of(patient.id());
        var names = people.displayNames(
                all.stream().map(ProxyGrant::person).distinct().toList());
        var named = all.stream()
                .map(grant -> new Named(grant, names.getOrDefault(grant.person(), "")))
                .toList();
        return new Found(
                patient,
                asking.grownUp(patient),
                named.stream().filter(one -> one.grant().isActiveAt(now)).toList(),
                invitations.openOf(patient.id(), now),
                named.stream()
                        .filter(one -> !one.grant().isActiveAt(now))
                        .limit(PAST)
                        .toList());
    }
}
