package health.visavis.visit;

import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Rung;
import health.visavis.visit.domain.SeatId;
import health.visavis.visit.store.Lines;
import health.visavis.visit.store.Seats;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks engines for lines, guests and credentials, and keeps what they answered. Runs outside of any transaction;
/// what changed meanwhile is found out before anything is handed over.
@Component
class Passes {

    private static final Duration AFTERWARDS = Duration.ofHours(6);

    /// Somebody who sits at an epoch, and where the call stands.
    record Place(VisitId visit, SeatId seat, int epoch, boolean clinician, TimeSlot slot, Rung rung) {

        Place on(Rung other) {
            return new Place(visit, seat, epoch, clinician, slot, other);
        }

        /// The same for everybody on this rung, whenever they come.
        LinePlan plan() {
            var until = slot.end().isAfter(rung.reachedAt()) ? slot.end() : rung.reachedAt();
            return new LinePlan(visit, rung.number(), new TimeSlot(rung.reachedAt(), until.plus(AFTERWARDS)));
        }

        SeatHolder holder() {
            return new SeatHolder(visit, seat.value(), clinician);
        }
    }

    private final CallEngines engines;
    private final SimulatedMedia simulation;
    private final Lines lines;
    private final Seats seats;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Passes(
            CallEngines engines,
            SimulatedMedia simulation,
            Lines lines,
            Seats seats,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.engines = engines;
        this.simulation = simulation;
        this.lines = lines;
        this.seats = seats;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// @return empty when the seat was taken away meanwhile: what was handed out for it is taken back
    /// @throws EngineUnavailable when the engine of this rung does not do what it is asked
    Optional<CallCredential> of(Place place) {
        var engine = engines.named(new EngineName(place.rung().engine()));
        var line = line(engine, place);
        var known = lines.guest(place.visit(), place.rung().number(), place.seat());
        var guest = known.map(reference -> new Guest(place.seat().value(), reference))
                .orElseGet(() -> engine.enrol(line, place.holder()));
        var credential = simulation.inPlaceOf(engine.credentialFor(line, guest), guest, engine.name());
        return known.isPresent() ? ifStillHeld(place, credential) : keep(engine, line, place, guest, credential);
    }

    private Line line(CallEngine engine, Place place) {
        var rung = place.rung().number();
        var reference = lines.line(place.visit(), rung).orElseGet(() -> {
            var opened = engine.open(place.plan());
            if (lines.keepLine(place.visit(), rung, opened.reference())) {
                return opened.reference();
            }
            var first = lines.line(place.visit(), rung).orElse(opened.reference());
            if (!first.equals(opened.reference())) {
                engine.close(opened);
            }
            return first;
        });
        return new Line(place.visit(), engine.name(), reference);
    }

    private Optional<CallCredential> ifStillHeld(Place place, CallCredential credential) {
        return held(place) ? Optional.of(credential) : Optional.empty();
    }

    private Optional<CallCredential> keep(
            CallEngine engine, Line line, Place place, Guest guest, CallCredential credential) {
        var kept = transaction.execute(open -> {
            // Who takes the seat away has to wait until we have written, and then finds our guest to dismiss.
            var mayStay = seats.lockHeld(place.seat(), place.epoch());
            return mayStay
                    && lines.keepGuest(
                            place.visit(), place.rung().number(), place.seat(), guest.reference(), clock.instant());
        });
        if (Boolean.TRUE.equals(kept)) {
            return Optional.of(credential);
        }
        engine.remove(line, guest);
        return held(place) ? of(place) : Optional.empty();
    }

    private boolean held(Place place) {
        return seats.held(place.seat())
                .filter(seat -> seat.isCurrent(place.epoch()))
                .isPresent();
    }
}
