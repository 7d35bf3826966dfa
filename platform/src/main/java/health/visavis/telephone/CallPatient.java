package health.visavis.telephone;

import static health.visavis.access.Action.CALL_PATIENT;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.telephone.domain.PhoneCall;
import health.visavis.telephone.domain.PhoneCall.Leg;
import health.visavis.telephone.domain.PhoneCallId;
import health.visavis.telephone.domain.PhoneStep;
import health.visavis.telephone.store.PhoneCalls;
import health.visavis.telephone.store.PhoneCalls.KeptCall;
import health.visavis.telephone.store.PhoneVisits;
import health.visavis.visit.AdmitPatient;
import health.visavis.visit.GoOnByTelephone;
import health.visavis.visit.VisitStatus;
import health.visavis.visit.VisitSummary;
import health.visavis.visit.VisitTopics;
import health.visavis.visit.Visits;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/// The clinician rings the patient, or takes the call of a patient who holds. A patient who waits by telephone is let
/// in with it: for them, being rung is being admitted. Here the call is only written down; the carrier is asked after
/// the commit.
@UseCase
public class CallPatient {

    /// @param id made by whoever asks: a repetition rings nobody twice
    /// @param number as typed; empty: the number on file
    public record CallRequest(UUID id, Sensitive<String> number) {}

    public sealed interface CallOutcome {

        /// It rings, or soon will; or they are on the telephone already.
        record Calling(UUID call) implements CallOutcome {}

        record NotDialable(NumberCheck.Refused why) implements CallOutcome {}

        /// None is on file, and none was given.
        record NoNumber() implements CallOutcome {}

        /// No carrier is installed: the clinician dials by hand.
        record NoCarrier() implements CallOutcome {}

        record VisitOver() implements CallOutcome {}
    }

    /// Whoever has not answered by now is not rung any more, whatever the carrier failed to tell.
    static final Duration LONGEST_RINGING = Duration.ofMinutes(3);

    private final Access access;
    private final Visits visits;
    private final PhoneCalls calls;
    private final PhoneVisits phoneVisits;
    private final Numbers numbers;
    private final PhoneNumbers phoneNumbers;
    private final PhoneEngines engines;
    private final AdmitPatient admitPatient;
    private final GoOnByTelephone goOnByTelephone;
    private final VisitTopics topics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallPatient(
            Access access,
            Visits visits,
            PhoneCalls calls,
            PhoneVisits phoneVisits,
            Numbers numbers,
            PhoneNumbers phoneNumbers,
            PhoneEngines engines,
            AdmitPatient admitPatient,
            GoOnByTelephone goOnByTelephone,
            VisitTopics topics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.visits = visits;
        this.calls = calls;
        this.phoneVisits = phoneVisits;
        this.numbers = numbers;
        this.phoneNumbers = phoneNumbers;
        this.engines = engines;
        this.admitPatient = admitPatient;
        this.goOnByTelephone = goOnByTelephone;
        this.topics = topics;
        this.events = events;
        this.clock = clock;
    }

    public CallOutcome call(Actor actor, VisitId visit, CallRequest request) {
        access.require(actor, CALL_PATIENT.on(visits.subject(visit)));
        var held = visits.held(visit);
        if (held.status().over()) {
            return new CallOutcome.VisitOver();
        }
        var before = calls.asked(visit, request.id());
        if (before.isPresent()) {
            return new CallOutcome.Calling(before.get().call().id().value());
        }
        var active = calls.lockedActive(visit).filter(kept -> !givenUp(kept.call()));
        if (active.isPresent()) {
            return join(actor, held, active.get().call());
        }
        return dial(actor, held, request);
    }

    /// The patient is on the line already.
    private CallOutcome join(Actor actor, VisitSummary visit, PhoneCall call) {
        if (call instanceof PhoneCall.Holding holding) {
            events.publishEvent(new PhoneCallTaken(holding.id().value()));
        }
        letIn(actor, visit);
        return new CallOutcome.Calling(call.id().value());
    }

    private CallOutcome dial(Actor actor, VisitSummary visit, CallRequest request) {
        var wanted = number(visit, request.number());
        if (wanted.isEmpty()) {
            return new CallOutcome.NoNumber();
        }
        return switch (phoneNumbers.check(wanted.get().reveal())) {
            case NumberCheck.Refused refused -> new CallOutcome.NotDialable(refused);
            case NumberCheck.Dialable dialable ->
                engines.first()
                        .<CallOutcome>map(engine -> dial(actor, visit, request.id(), dialable.e164(), engine))
                        .orElseGet(CallOutcome.NoCarrier::new);
        };
    }

    private CallOutcome dial(
            Actor actor, VisitSummary visit, UUID request, Sensitive<String> number, PhoneEngine engine) {
        letIn(actor, visit);
        var call = new PhoneCall.Dialling(new Leg(PhoneCallId.next(), visit.id(), false, clock.instant()));
        calls.add(kept(call, visit.patient(), number, engine), request);
        events.publishEvent(new PhoneCallWanted(call.id().value()));
        topics.changed(Telephone.NEWS, visit.id());
        return new CallOutcome.Calling(call.id().value());
    }

    private KeptCall kept(PhoneCall call, PatientId patient, Sensitive<String> number, PhoneEngine engine) {
        return new KeptCall(call, patient, numbers.sealed(patient, call.id(), number), engine.name(), null);
    }

    private Optional<Sensitive<String>> number(VisitSummary visit, Sensitive<String> typed) {
        if (!typed.reveal().isBlank()) {
            return Optional.of(typed);
        }
        return phoneVisits.find(visit.id()).map(numbers::of).or(() -> numbers.onFile(visit.patient()));
    }

    private void letIn(Actor actor, VisitSummary visit) {
        if (phoneVisits.find(visit.id()).isEmpty() || visit.status() == VisitStatus.PLANNED) {
            return;
        }
        admitPatient.admit(actor, visit.id());
        goOnByTelephone.move(actor, visit.id());
    }

    private boolean givenUp(PhoneCall call) {
        var unanswered = call instanceof PhoneCall.Dialling || call instanceof PhoneCall.Ringing;
        if (!unanswered || clock.instant().isBefore(call.leg().beganAt().plus(LONGEST_RINGING))) {
            return false;
        }
        calls.save(call.after(PhoneStep.FAILED, clock.instant()));
        return true;
    }
}
