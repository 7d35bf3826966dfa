package health.visavis.visit;

import static health.visavis.access.Action.END_VISIT;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.VisitId;
import health.visavis.scheduling.ClosingOutcome;
import health.visavis.scheduling.FulfilAppointment;
import health.visavis.scheduling.Scheduling;
import health.visavis.visit.domain.Call;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.store.Calls;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Presences;
import health.visavis.visit.store.Signals;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/// The doctor closes the visit for everybody: no seat, no signal, no line is left, and the appointment is
/// fulfilled. It is held first: whoever moves it meanwhile comes before or after, never in between.
@UseCase
public class EndVisit {

    public sealed interface EndOutcome {

        record Ended() implements EndOutcome {}

        /// The patient was never admitted: a visit that did not begin is cancelled, not ended.
        record NeverStarted() implements EndOutcome {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(EndVisit.class);
    private static final Duration SIGNALS_KEPT = Duration.ofHours(2);

    private final Access access;
    private final Encounters encounters;
    private final Calls calls;
    private final Departures departures;
    private final Signals signals;
    private final Presences presences;
    private final Scheduling scheduling;
    private final FulfilAppointment fulfilAppointment;
    private final VisitNews news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndVisit(
            Access access,
            Encounters encounters,
            Calls calls,
            Departures departures,
            Signals signals,
            Presences presences,
            Scheduling scheduling,
            FulfilAppointment fulfilAppointment,
            VisitNews news,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.calls = calls;
        this.departures = departures;
        this.signals = signals;
        this.presences = presences;
        this.scheduling = scheduling;
        this.fulfilAppointment = fulfilAppointment;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    public EndOutcome end(Actor actor, VisitId visit) {
        access.require(actor, END_VISIT.on(encounters.subject(visit)));
        scheduling.appointmentHeld(new AppointmentId(visit.value()));
        return switch (encounters.locked(visit)) {
            case Encounter.Unfinished unfinished ->
                calls.of(visit) instanceof Call.Open open
                        ? end(actor, unfinished, open)
                        : new EndOutcome.NeverStarted();
            case Encounter.Finished finished -> new EndOutcome.Ended();
            case Encounter.Cancelled cancelled -> new EndOutcome.NeverStarted();
        };
    }

    private EndOutcome end(Actor actor, Encounter.Unfinished unfinished, Call.Open open) {
        var now = clock.instant();
        var finished = unfinished.finish(open, now);
        encounters.save(finished);
        calls.save(open.end(now));
        departures.everybody(finished.id());
        signals.forget(finished.id());
        signals.forgetSentBefore(now.minus(SIGNALS_KEPT));
        presences.forget(finished.id());
        events.publishEvent(new CallEnded(finished.id(), now));
        fulfil(actor, finished.plan().appointment());
        news.changed(finished);
        return new EndOutcome.Ended();
    }

    /// A visit that took place stays so, whatever became of its appointment meanwhile.
    private void fulfil(Actor actor, AppointmentId appointment) {
        switch (fulfilAppointment.fulfil(actor, appointment)) {
            case ClosingOutcome.Closed _ -> {}
            case ClosingOutcome.NotConfirmed _ ->
                LOG.warn("Appointment {} was not confirmed when its visit ended", appointment);
            case ClosingOutcome.NotYet _ ->
                LOG.warn("Appointment {} was not yet due when its visit ended", appointment);
        }
    }
}
