package health.visavis.visit;

import static health.visavis.access.Action.REPORT_LINE_FAILURE;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Rung;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Presences;
import health.visavis.visit.store.Seats;
import java.time.Clock;

/// A browser says that the line does not work for it. We judge: one step down per failure, and none for silence
/// that has another cause, such as the other person's page being gone. A browser reports for as long as nothing comes,
/// so only a report that moved the call is on the trail.
@UseCase
public class ReportLineFailure {

    public enum Kind {
        NOT_JOINED,
        MEDIA_LOST
    }

    /// @param epoch at which the reporter holds their seat
    /// @param rung the one that does not work
    public record Failure(int epoch, int rung, Kind kind) {}

    public sealed interface FailureOutcome {

        /// The call stands on another rung than the one reported; it may have moved there before.
        record Moved() implements FailureOutcome {}

        /// The line is not to blame: nobody is at its other end, or it fails for one guest only, who moves nobody.
        record OtherAway() implements FailureOutcome {}

        /// There is nothing below.
        record LastRung() implements FailureOutcome {}

        record NotSeated() implements FailureOutcome {}
    }

    private final Access access;
    private final Encounters encounters;
    private final Seats seats;
    private final Presences presences;
    private final Ladder ladder;
    private final Clock clock;

    ReportLineFailure(
            Access access, Encounters encounters, Seats seats, Presences presences, Ladder ladder, Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.seats = seats;
        this.presences = presences;
        this.ladder = ladder;
        this.clock = clock;
    }

    public FailureOutcome report(Actor actor, VisitId visit, Failure failure) {
        var attempt = access.requireForAttempt(actor, REPORT_LINE_FAILURE.on(encounters.subject(visit)));
        var seat = seats.held(visit, actor.person()).filter(held -> held.isCurrent(failure.epoch()));
        if (seat.isEmpty()) {
            return new FailureOutcome.NotSeated();
        }
        if (actor.is(Role.GUEST) || failure.kind() == Kind.MEDIA_LOST && !somebodyElseIsThere(actor, visit)) {
            return new FailureOutcome.OtherAway();
        }
        var reason = switch (failure.kind()) {
            case NOT_JOINED -> Rung.Reason.NOT_JOINED;
            case MEDIA_LOST -> Rung.Reason.MEDIA_LOST;
        };
        return ladder.down(visit, failure.rung(), reason)
                .<FailureOutcome>map(rung -> {
                    access.succeeded(attempt);
                    return new FailureOutcome.Moved();
                })
                .orElseGet(FailureOutcome.LastRung::new);
    }

    private boolean somebodyElseIsThere(Actor actor, VisitId visit) {
        return presences.anotherSince(visit, actor.person(), clock.instant().minus(BePresent.FRESH));
    }
}
