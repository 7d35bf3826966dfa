package health.visavis.proxy;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Permission;
import health.visavis.access.Subject;
import health.visavis.access.UseCase;
import health.visavis.kernel.PatientId;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import health.visavis.proxy.ProxyGrant.End;
import health.visavis.proxy.store.Grants;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/// For whom somebody may act: to choose, to begin, and to give back. In person: who acts for a patient chooses nobody.
@UseCase
public class ActFor {

    public record Named(ProxyGrant grant, PatientSummary patient) {}

    private final Access access;
    private final Grants grants;
    private final Ending ending;
    private final People people;
    private final Clock clock;

    ActFor(Access access, Grants grants, Ending ending, People people, Clock clock) {
        this.access = access;
        this.grants = grants;
        this.ending = ending;
        this.people = people;
        this.clock = clock;
    }

    public List<Named> list(Actor actor) {
        var receipt = access.require(actor, Action.LIST_OWN_PROXIES.anyone());
        var active = grants.activeOf(actor.person(), clock.instant());
        var ids = active.stream().map(ProxyGrant::patient).distinct().toList();
        access.showed(receipt, ids);
        var patients = people.patients(ids).stream()
                .collect(Collectors.<PatientSummary, PatientId, PatientSummary>toMap(
                        PatientSummary::id, patient -> patient));
        return active.stream()
                .map(grant -> new Named(grant, Objects.requireNonNull(patients.get(grant.patient()))))
                .toList();
    }

    /// For the start page: whether they act for anybody. It tells nothing of whom, and leaves no row.
    public boolean any(Actor actor) {
        access.requireForUpdate(actor, Action.LIST_OWN_PROXIES.anyone());
        return !grants.activeOf(actor.person(), clock.instant()).isEmpty();
    }

    /// Says that from here on they act for this patient. Somebody for whom they do not is answered as nobody.
    public void begin(Actor actor, PatientId patient) {
        access.require(
                actor,
                grants.scopesOf(actor.person(), patient).isEmpty()
                        ? Action.BEGIN_ACTING.on(Subject.unknown(patient.value()))
                        : Action.BEGIN_ACTING.of(patient));
    }

    /// False when it was over already.
    public boolean giveBack(Actor actor, UUID grant) {
        access.require(actor, own(actor, grant));
        return ending.end(
                grants.find(grant).orElseThrow(), new End(actor.person(), clock.instant(), End.Reason.GIVEN_BACK));
    }

    /// Somebody else's is answered as one that there is not.
    private Permission own(Actor actor, UUID grant) {
        return grants.find(grant)
                .filter(found -> found.person().equals(actor.person()))
                .map(found -> Action.GIVE_BACK_PROXY.of(found.patient(), grant))
                .orElseGet(() -> Action.GIVE_BACK_PROXY.on(Subject.unknown(grant)));
    }
}
