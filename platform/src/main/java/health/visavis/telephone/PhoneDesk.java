package health.visavis.telephone;

import health.visavis.access.Actor;
import health.visavis.access.PatientRows;
import health.visavis.access.Unasked;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.kernel.TimeSlot;
import health.visavis.telephone.domain.PhoneCall;
import health.visavis.telephone.domain.PhoneCall.Leg;
import health.visavis.telephone.domain.PhoneCallId;
import health.visavis.telephone.domain.PhoneStep;
import health.visavis.telephone.store.PhoneCalls;
import health.visavis.telephone.store.PhoneCalls.KeptCall;
import health.visavis.telephone.store.PhoneVisits;
import health.visavis.telephone.store.PhoneVisits.PhoneVisit;
import health.visavis.visit.ArriveAtVisit;
import health.visavis.visit.VisitStatus;
import health.visavis.visit.VisitSummary;
import health.visavis.visit.VisitTopics;
import health.visavis.visit.Visits;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where carriers tell what happens on the telephone. No page or API calls this: a carrier's adapter does, once it
/// knows who speaks.
@Component
@Transactional
public class PhoneDesk {

    public sealed interface Incoming {

        /// The caller holds, and is in the waiting room of exactly one visit.
        record Holding() implements Incoming {}

        /// No visit, or more than one, goes with that number. The caller is told how to reach the clinic, and
        /// nothing of anybody.
        record NotExpected() implements Incoming {}
    }

    static final Actor TELEPHONE = Actor.system("telephone");

    /// Whose visit starts within this time, before or after, is expected on the telephone.
    private static final Duration EXPECTED = Duration.ofHours(6);

    private final Visits visits;
    private final PhoneCalls calls;
    private final PhoneVisits phoneVisits;
    private final PatientRows rows;
    private final Numbers numbers;
    private final PhoneNumbers phoneNumbers;
    private final ArriveAtVisit arriveAtVisit;
    private final VisitTopics topics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PhoneDesk(
            Visits visits,
            PhoneCalls calls,
            PhoneVisits phoneVisits,
            PatientRows rows,
            Numbers numbers,
            PhoneNumbers phoneNumbers,
            ArriveAtVisit arriveAtVisit,
            VisitTopics topics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.visits = visits;
        this.calls = calls;
        this.phoneVisits = phoneVisits;
        this.rows = rows;
        this.numbers = numbers;
        this.phoneNumbers = phoneNumbers;
        this.arriveAtVisit = arriveAtVisit;
        this.topics = topics;
        this.events = events;
        this.clock = clock;
    }

    /// Of a call that is none of ours nothing is noted.
    public void happened(String carrier, String reference, PhoneStep step) {
        open();
        calls.find(carrier, reference).ifPresent(kept -> happened(kept, step));
    }

    public void happened(PhoneCallId call, PhoneStep step) {
        open();
        calls.find(call).ifPresent(kept -> happened(kept, step));
    }

    /// What a call that nobody has answered yet was to ring; empty for one that is not wanted any more. For carriers
    /// that take more than one step.
    public Optional<PhoneEngine.Dial> stillWanted(PhoneCallId call) {
        return find(call)
                .filter(kept -> kept.call() instanceof PhoneCall.Dialling || kept.call() instanceof PhoneCall.Ringing)
                .map(numbers::dial);
    }

    /// Somebody calls the clinic's number. The same call twice is one.
    ///
    /// @param number as the carrier shows it
    public Incoming incoming(String carrier, String reference, Sensitive<String> number) {
        open();
        if (calls.find(carrier, reference).isPresent()) {
            return new Incoming.Holding();
        }
        return phoneNumbers
                .dialable(number.reveal())
                .flatMap(this::expected)
                .map(found -> found.id())
                .map(visits::held)
                .filter(visit -> calls.lockedActive(visit.id()).isEmpty())
                .<Incoming>map(visit -> hold(visit, carrier, reference, number))
                .orElseGet(Incoming.NotExpected::new);
    }

    /// For what is done with a carrier, outside of transactions.
    Optional<KeptCall> find(PhoneCallId call) {
        open();
        return calls.find(call);
    }

    /// The carrier has taken the call; whoever hung up meanwhile has not told it yet.
    void dialled(PhoneCallId call, String reference) {
        open();
        calls.named(call, reference);
        calls.find(call)
                .filter(kept -> kept.call() instanceof PhoneCall.Ended)
                .ifPresent(kept -> events.publishEvent(new PhoneCallDropped(call.value())));
    }

    private void open() {
        rows.openEverybodyWithoutPermissionCheck(Unasked.TELEPHONE_NEWS);
    }

    /// The visit is held first, as by whoever rings: the call may move it.
    private void happened(KeptCall seen, PhoneStep step) {
        var visit = visits.held(seen.call().leg().visit());
        calls.locked(seen.call().id()).ifPresent(kept -> move(visit, kept, step));
    }

    private void move(VisitSummary visit, KeptCall kept, PhoneStep step) {
        var next = kept.call().after(step, clock.instant());
        if (next.equals(kept.call())) {
            return;
        }
        calls.save(next);
        if (next instanceof PhoneCall.Answered answered && !answered.leg().inbound()) {
            hasCome(visit, numbers.of(kept));
        }
        topics.changed(Telephone.NEWS, visit.id());
    }

    /// Who answers, or calls, has come to the visit, as if they had opened its page.
    private void hasCome(VisitSummary visit, Sensitive<String> number) {
        if (visit.status() != VisitStatus.PLANNED) {
            return;
        }
        if (phoneVisits.find(visit.id()).isEmpty()) {
            var sealed = numbers.sealed(visit.patient(), visit.id(), number);
            phoneVisits.put(new PhoneVisit(visit.id(), visit.patient(), sealed, clock.instant()), TELEPHONE.person());
        }
        arriveAtVisit.arrive(TELEPHONE, visit.id());
    }

    private Incoming hold(VisitSummary visit, String carrier, String reference, Sensitive<String> number) {
        var e164 = phoneNumbers.dialable(number.reveal()).orElseThrow();
        var call = new PhoneCall.Holding(new Leg(PhoneCallId.next(), visit.id(), true, clock.instant()));
        var sealed = numbers.sealed(visit.patient(), call.id(), e164);
        calls.add(new KeptCall(call, visit.patient(), sealed, carrier, reference), TimeOrderedId.next());
        hasCome(visit, e164);
        topics.changed(Telephone.NEWS, visit.id());
        return new Incoming.Holding();
    }

    private Optional<VisitSummary> expected(Sensitive<String> number) {
        var now = clock.instant();
        var found = visits.unfinishedIn(new TimeSlot(now.minus(EXPECTED), now.plus(EXPECTED))).stream()
                .filter(visit -> isReachedAt(visit, number))
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private boolean isReachedAt(VisitSummary visit, Sensitive<String> number) {
        return phoneVisits
                .find(visit.id())
                .map(numbers::of)
                .or(() -> numbers.onFile(visit.patient()))
                .flatMap(known -> phoneNumbers.dialable(known.reveal()))
                .filter(known -> known.reveal().equals(number.reveal()))
                .isPresent();
    }
}
