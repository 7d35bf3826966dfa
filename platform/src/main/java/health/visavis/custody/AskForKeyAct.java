package health.visavis.custody;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.access.UseCase;
import health.visavis.alarm.AlarmKind;
import health.visavis.alarm.AlarmSubject;
import health.visavis.alarm.Alarms;
import health.visavis.custody.domain.KeyAct;
import health.visavis.custody.domain.KeyRequest;
import health.visavis.custody.domain.KeyRequest.Agreement;
import health.visavis.custody.domain.KeyRequest.Asked;
import health.visavis.custody.domain.KeyRequest.Terms;
import health.visavis.custody.store.KeyRequests;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.keys.KeyRing;
import health.visavis.keys.KeyStanding;
import health.visavis.people.Account;
import health.visavis.people.People;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Asks that something be done with keys. An administrator who asks is the first of the two who agree; a command on the
/// machine is nobody. What makes something unreadable for good is an alarm as soon as it is asked for.
@UseCase
public class AskForKeyAct {

    public static final int LONGEST_REASON = 200;
    public static final Duration OPEN_FOR = Duration.ofDays(1);

    /// What came of asking.
    public sealed interface AskOutcome {

        /// @param agreed how many people have agreed so far
        record Asked(UUID request, int agreed) implements AskOutcome {}

        /// Two who decide have to know why.
        record ReasonMissing() implements AskOutcome {}

        record NoSuchPatient() implements AskOutcome {}

        /// The same is asked already.
        record AskedBefore() implements AskOutcome {}

        /// Patients' data keys are wrapped by this version: rotate, and wait until they are wrapped anew.
        record StillInUse(long dataKeys) implements AskOutcome {}

        /// New data keys are wrapped by it: rotate first.
        record IsCurrent() implements AskOutcome {}

        /// No doctor or nurse who can sign in.
        record NoSuchClinician() implements AskOutcome {}
    }

    private final Access access;
    private final KeyRequests requests;
    private final KeyRing keys;
    private final People people;
    private final Alarms alarms;
    private final Clock clock;

    AskForKeyAct(Access access, KeyRequests requests, KeyRing keys, People people, Alarms alarms, Clock clock) {
        this.access = access;
        this.requests = requests;
        this.keys = keys;
        this.people = people;
        this.alarms = alarms;
        this.clock = clock;
    }

    /// @param reason the clinic's, without anything about a patient; at most [#LONGEST_REASON] characters
    public AskOutcome ask(Actor actor, KeyAct act, String reason) {
        var id = TimeOrderedId.next();
        access.require(actor, KeyPermission.to(Action.REQUEST_KEY_ACT, act, id));
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return new AskOutcome.ReasonMissing();
        }
        var flaw = flaw(act);
        if (flaw != null) {
            return flaw;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var asked = new Asked(new Terms(id, act, why, now, now.plus(OPEN_FOR)));
        requests.add(asked);
        if (act instanceof KeyAct.Destroy || act instanceof KeyAct.Revoke) {
            alarms.raise(AlarmKind.KEY_DELETION_ATTEMPT, new AlarmSubject.Person(actor.person()));
        }
        if (actor.is(Role.SYSTEM)) {
            return new AskOutcome.Asked(id, 0);
        }
        requests.backed(asked.agree(new Agreement(actor.person(), now)));
        return new AskOutcome.Asked(id, 1);
    }

    private @Nullable AskOutcome flaw(KeyAct act) {
        if (requests.open(clock.instant()).stream()
                .map(KeyRequest::terms)
                .anyMatch(open -> open.act().equals(act))) {
            return new AskOutcome.AskedBefore();
        }
        return switch (act) {
            case KeyAct.Rotate _ -> null;
            case KeyAct.Destroy destroy ->
                people.patient(destroy.of()).isPresent() ? null : new AskOutcome.NoSuchPatient();
            case KeyAct.Revoke revoke -> flaw(revoke);
            case KeyAct.MakeCodes codes ->
                people.account(codes.of()).filter(Account::ofClinicalStaff).isPresent()
                        ? null
                        : new AskOutcome.NoSuchClinician();
        };
    }

    private @Nullable AskOutcome flaw(KeyAct.Revoke revoke) {
        var standing = keys.standing();
        if (standing.current().equals(revoke.keyId())) {
            return new AskOutcome.IsCurrent();
        }
        var inUse = standing.versions().stream()
                .filter(version -> version.keyId().equals(revoke.keyId()))
                .mapToLong(KeyStanding.Version::dataKeys)
                .sum();
        return inUse > 0 ? new AskOutcome.StillInUse(inUse) : null;
    }
}
