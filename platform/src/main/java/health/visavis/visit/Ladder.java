package health.visavis.visit;

import static health.visavis.access.Action.TAKE_SEAT;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Call;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.domain.Rung;
import health.visavis.visit.store.Calls;
import health.visavis.visit.store.Encounters;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Moves calls from engine to engine. One failure is one step, however many browsers report it: whoever names a
/// rung that was left already is told where the call stands now.
@Component
@Transactional
class Ladder {

    private final Access access;
    private final Encounters encounters;
    private final Calls calls;
    private final CallEngines engines;
    private final VisitNews news;
    private final Clock clock;

    Ladder(Access access, Encounters encounters, Calls calls, CallEngines engines, VisitNews news, Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.calls = calls;
        this.engines = engines;
        this.news = news;
        this.clock = clock;
    }

    /// @return where the call stands now; empty when there is no rung below, or no open call
    public Optional<Rung> down(VisitId visit, int failed, Rung.Reason reason) {
        return open(visit)
                .flatMap(open -> open.rung().number() > failed
                        ? Optional.of(open.rung())
                        : engines.after(new EngineName(open.rung().engine())).map(next -> move(open, next, reason)));
    }

    /// As [#down], where no line opened for somebody who sat down in a transaction before.
    ///
    /// @return empty also when they may not sit there any more
    public Optional<Rung> notOpened(Actor actor, VisitId visit, int failed) {
        return access.continues(actor, TAKE_SEAT.on(encounters.subject(visit))).flatMap(seated -> {
            access.resume(seated);
            return down(visit, failed, Rung.Reason.NOT_OPENED);
        });
    }

    /// @return where the call stands now; empty when it stands at the top already, or is not open
    public Optional<Rung> toTheTop(VisitId visit) {
        return open(visit)
                .filter(open -> !open.rung().engine().equals(engines.first().value()))
                .map(open -> move(open, engines.first(), Rung.Reason.TRIED_AGAIN));
    }

    /// @return where the call stands now; empty when it is not open, is there already, or telephones are no rung here
    public Optional<Rung> toTheTelephone(VisitId visit) {
        return open(visit)
                .filter(open -> engines.inLadder(EngineName.TELEPHONE)
                        && !open.rung().engine().equals(EngineName.TELEPHONE.value()))
                .map(open -> move(open, EngineName.TELEPHONE, Rung.Reason.BY_PHONE));
    }

    private Optional<Call.Open> open(VisitId visit) {
        return encounters.locked(visit) instanceof Encounter.Unfinished && calls.of(visit) instanceof Call.Open open
                ? Optional.of(open)
                : Optional.empty();
    }

    private Rung move(Call.Open open, EngineName engine, Rung.Reason reason) {
        // As the database keeps it: whoever reads the rung later asks the engine for the same line.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var moved = open.move(engine.value(), reason, now);
        calls.addRung(moved);
        news.moved(moved);
        return moved.rung();
    }
}
