package health.visavis.visit;

import static health.visavis.access.Action.READ_OWN_STANDING;
import static health.visavis.access.Action.WAIT_AS_GUEST;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Call;
import health.visavis.visit.domain.Companion;
import health.visavis.visit.domain.CompanionId;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.store.Calls;
import health.visavis.visit.store.Companions;
import health.visavis.visit.store.Encounters;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A guest's own side of a visit: waiting for it, and knowing where one stands.
@UseCase
public class AttendAsGuest {

    private final Access access;
    private final Encounters encounters;
    private final Companions companions;
    private final Calls calls;
    private final VisitNews news;
    private final Clock clock;

    AttendAsGuest(
            Access access, Encounters encounters, Companions companions, Calls calls, VisitNews news, Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.companions = companions;
        this.calls = calls;
        this.news = news;
        this.clock = clock;
    }

    /// Goes to the waiting room. Who waits, or was let in already, stays so.
    public void arrive(Actor actor, VisitId visit) {
        access.require(actor, WAIT_AS_GUEST.on(encounters.subject(visit)));
        if (encounters.locked(visit) instanceof Encounter.Unfinished
                && companion(actor, visit) instanceof Companion.Opened opened) {
            var waiting = opened.arrive(clock.instant());
            companions.save(waiting);
            news.changed(waiting);
        }
    }

    public GuestStanding standing(Actor actor, VisitId visit) {
        access.require(actor, READ_OWN_STANDING.on(encounters.subject(visit)));
        var companion = companion(actor, visit);
        var encounter = encounters.find(visit).orElseThrow();
        var summary = GuestSummary.of(companion, true);
        var name = summary.name();
        var plan = encounter.plan();
        var seen = new VisitSummary(
                visit,
                plan.patient(),
                plan.clinician(),
                plan.slot(),
                status(companion, encounter),
                summary.waitingSince(),
                null,
                companion instanceof Companion.Admitted ? openedAt(visit) : null,
                null);
        return new GuestStanding(
                seen,
                name == null ? summary.invitedAs() : name,
                summary.kind(),
                summary.language(),
                summary.state() == GuestSummary.State.CO_HOST);
    }

    private Companion companion(Actor actor, VisitId visit) {
        return companions.find(visit, CompanionId.of(actor.person())).orElseThrow();
    }

    private @Nullable Instant openedAt(VisitId visit) {
        return calls.of(visit) instanceof Call.Open open ? open.openedAt() : null;
    }

    private static VisitStatus status(Companion companion, Encounter encounter) {
        var status = VisitStatus.of(encounter);
        if (status.over()) {
            return status;
        }
        return switch (companion) {
            case Companion.Invited _, Companion.Opened _ -> VisitStatus.PLANNED;
            case Companion.Waiting _ -> VisitStatus.ARRIVED;
            case Companion.Admitted _ -> VisitStatus.IN_PROGRESS;
            case Companion.Removed _ -> VisitStatus.CANCELLED;
        };
    }
}
