package health.visavis.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.visit.Passes.Place;
import health.visavis.visit.RenewPass.RenewalOutcome;
import health.visavis.visit.TakeSeat.SeatOutcome;
import health.visavis.visit.domain.SeatId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Sits down and connects: the seat in one transaction ([TakeSeat] asks for the permission), then the engine
/// outside of any. Where the engine fails the visit moves down its ladder, and the next one is asked at once.
@Component
public class JoinCall {

    public sealed interface JoinOutcome {

        record Joined(SeatSummary seat, List<SeatSummary> others, RungSummary rung, CallCredential credential)
                implements JoinOutcome {

            public Joined {
                others = List.copyOf(others);
            }
        }

        record NotAdmitted() implements JoinOutcome {}

        /// @param people how many fit into the call
        record Full(int people) implements JoinOutcome {}

        record NotStarted() implements JoinOutcome {}

        record VisitOver() implements JoinOutcome {}

        /// No engine works, and there is none left to try.
        record NoLine() implements JoinOutcome {}
    }

    public sealed interface FreshPass {

        record Issued(RungSummary rung, CallCredential credential) implements FreshPass {}

        /// The page that asks does not sit in the call any more.
        record NotSeated() implements FreshPass {}

        /// Ask again: the pass at hand still works for a while.
        record NotNow() implements FreshPass {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(JoinCall.class);

    private final TakeSeat takeSeat;
    private final RenewPass renewPass;
    private final Passes passes;
    private final Ladder ladder;
    private final CallEngines engines;
    private final SimulationSettings simulation;

    JoinCall(
            TakeSeat takeSeat,
            RenewPass renewPass,
            Passes passes,
            Ladder ladder,
            CallEngines engines,
            SimulationSettings simulation) {
        this.takeSeat = takeSeat;
        this.renewPass = renewPass;
        this.passes = passes;
        this.ladder = ladder;
        this.engines = engines;
        this.simulation = simulation;
    }

    /// Whether a browser may have to speak to a vendor's service in this installation.
    public boolean mayUseCallingService() {
        return engines.anyHostedExcept(simulation.engines());
    }

    public JoinOutcome join(Actor actor, VisitId visit) {
        return switch (takeSeat.take(actor, visit)) {
            case SeatOutcome.Taken taken -> connect(actor, visit, taken);
            case SeatOutcome.NotAdmitted notAdmitted -> new JoinOutcome.NotAdmitted();
            case SeatOutcome.Full full -> new JoinOutcome.Full(full.people());
            case SeatOutcome.NotStarted notStarted -> new JoinOutcome.NotStarted();
            case SeatOutcome.VisitOver over -> new JoinOutcome.VisitOver();
        };
    }

    /// A pass that runs out is replaced while the call goes on; an engine that cannot do so now is asked again.
    public FreshPass renew(Actor actor, VisitId visit, int epoch) {
        return switch (renewPass.renew(actor, visit, epoch)) {
            case RenewalOutcome.Granted granted -> renew(granted.place());
            case RenewalOutcome.NotSeated notSeated -> new FreshPass.NotSeated();
        };
    }

    private FreshPass renew(Place place) {
        try {
            return passes.of(place)
                    .<FreshPass>map(credential -> new FreshPass.Issued(RungSummary.of(place.rung()), credential))
                    .orElseGet(FreshPass.NotSeated::new);
        } catch (EngineUnavailable failed) {
            LOG.warn("No fresh pass in visit {} from {}: {}", place.visit(), failed.engine(), failed.reason());
            return new FreshPass.NotNow();
        }
    }

    private JoinOutcome connect(Actor actor, VisitId visit, SeatOutcome.Taken taken) {
        var seat = taken.seat();
        var place = new Place(visit, new SeatId(seat.id()), seat.epoch(), seat.presents(), taken.slot(), taken.rung());
        while (true) {
            try {
                var rung = place.rung();
                return passes.of(place)
                        .<JoinOutcome>map(credential ->
                                new JoinOutcome.Joined(seat, taken.others(), RungSummary.of(rung), credential))
                        .orElseGet(JoinOutcome.NotAdmitted::new);
            } catch (EngineUnavailable failed) {
                LOG.warn("Visit {} cannot be held on {}: {}", visit, failed.engine(), failed.reason());
                if (seat.part() == SeatSummary.Part.GUEST) {
                    // The line of those who are on it already is not given up for one who cannot join it.
                    return new JoinOutcome.NoLine();
                }
                var next = ladder.notOpened(actor, visit, place.rung().number());
                if (next.isEmpty()) {
                    return new JoinOutcome.NoLine();
                }
                place = place.on(next.get());
            }
        }
    }
}
