package health.visavis.visit;

import static health.visavis.access.Action.CHECK_DEVICES;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.DeviceFindings.Dated;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.store.DeviceChecks;
import health.visavis.visit.store.Encounters;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Checks a person's devices before a visit. Who has checked, or chosen not to, is not asked again in this session;
/// what was found is kept, so that the clinic can call somebody whose camera does not work.
@UseCase
public class CheckDevices {

    private static final Duration VALID = Duration.ofHours(12);

    /// As long as people come back to the same clinic with the same phone.
    private static final Duration KEPT = Duration.ofDays(30);

    private final Access access;
    private final Encounters encounters;
    private final DeviceChecks checks;
    private final IceSettings ice;
    private final Clock clock;

    CheckDevices(Access access, Encounters encounters, DeviceChecks checks, IceSettings ice, Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.checks = checks;
        this.ice = ice;
        this.clock = clock;
    }

    public void checked(Actor actor, VisitId visit) {
        access.require(actor, CHECK_DEVICES.on(encounters.subject(visit)));
        var now = clock.instant();
        checks.add(actor.person(), actor.origin().session(), now);
        checks.forgetBefore(now.minus(VALID));
    }

    public boolean recently(Actor actor, VisitId visit) {
        access.require(actor, CHECK_DEVICES.on(encounters.subject(visit)));
        return checks.last(actor.person(), actor.origin().session())
                .filter(clock.instant().minus(VALID)::isBefore)
                .isPresent();
    }

    /// Keeps what the person's browser found, in place of what it found before. A guest's findings are the guest's own:
    /// the clinic prepares for the two whose visit it is.
    public void found(Actor actor, VisitId visit, DeviceFindings findings) {
        var subject = encounters.subject(visit);
        access.require(actor, CHECK_DEVICES.on(subject));
        if (actor.is(Role.GUEST)) {
            return;
        }
        var now = clock.instant();
        var patient = actor.patient() != null && actor.patient().equals(subject.patient());
        checks.keep(visit, actor.person(), patient ? Seat.Part.PATIENT : Seat.Part.CLINICIAN, new Dated(findings, now));
        checks.forgetFoundBefore(now.minus(KEPT));
    }

    /// What this person's last check found, before whichever visit: a browser that finds the same again has nothing
    /// to ask.
    public Optional<Dated> lastFound(Actor actor, VisitId visit) {
        access.require(actor, CHECK_DEVICES.on(encounters.subject(visit)));
        return checks.lastFound(actor.person())
                .filter(last -> last.checkedAt().isAfter(clock.instant().minus(KEPT)));
    }

    /// Where media would go.
    ///
    /// @param turnUrls addresses alone: whether a relay answers is heard from its refusal, which needs no pass
    /// @param relayOnly whether media goes through a relay or not at all
    public record Servers(List<String> turnUrls, boolean relayOnly) {

        public Servers {
            turnUrls = List.copyOf(turnUrls);
        }
    }

    public Servers servers(Actor actor, VisitId visit) {
        access.require(actor, CHECK_DEVICES.on(encounters.subject(visit)));
        return new Servers(ice.turn().urls(), ice.policy() == IceSettings.Policy.RELAY);
    }
}
