package health.visavis.telephone;

import static health.visavis.access.Action.MEET_BY_PHONE;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.telephone.store.PhoneVisits;
import health.visavis.telephone.store.PhoneVisits.PhoneVisit;
import health.visavis.visit.ArriveAtVisit;
import health.visavis.visit.VisitStatus;
import health.visavis.visit.VisitSummary;
import health.visavis.visit.VisitTopics;
import health.visavis.visit.Visits;
import java.time.Clock;

/// A visit is held by telephone: the patient says so, or whoever speaks with a patient who has no device. The same
/// waiting room, the same visit; only being let in is being rung.
@UseCase
public class MeetByPhone {

    /// @param number as typed; empty: the number on file
    /// @param ready whether the patient can be rung from now on, and so begins to wait
    public record Wish(Sensitive<String> number, boolean ready) {}

    public sealed interface WishOutcome {

        record Noted() implements WishOutcome {}

        record NotDialable(NumberCheck.Refused why) implements WishOutcome {}

        record NoNumber() implements WishOutcome {}

        record VisitOver() implements WishOutcome {}
    }

    private final Access access;
    private final Visits visits;
    private final PhoneVisits phoneVisits;
    private final Numbers numbers;
    private final PhoneNumbers phoneNumbers;
    private final ArriveAtVisit arriveAtVisit;
    private final VisitTopics topics;
    private final Clock clock;

    MeetByPhone(
            Access access,
            Visits visits,
            PhoneVisits phoneVisits,
            Numbers numbers,
            PhoneNumbers phoneNumbers,
            ArriveAtVisit arriveAtVisit,
            VisitTopics topics,
            Clock clock) {
        this.access = access;
        this.visits = visits;
        this.phoneVisits = phoneVisits;
        this.numbers = numbers;
        this.phoneNumbers = phoneNumbers;
        this.arriveAtVisit = arriveAtVisit;
        this.topics = topics;
        this.clock = clock;
    }

    public WishOutcome byPhone(Actor actor, VisitId visit, Wish wish) {
        access.require(actor, MEET_BY_PHONE.on(visits.subject(visit)));
        var held = visits.held(visit);
        if (held.status().over()) {
            return new WishOutcome.VisitOver();
        }
        var typed = wish.number();
        var number = typed.reveal().isBlank() ? numbers.onFile(held.patient()).orElse(null) : typed;
        if (number == null) {
            return new WishOutcome.NoNumber();
        }
        return switch (phoneNumbers.check(number.reveal())) {
            case NumberCheck.Refused refused -> new WishOutcome.NotDialable(refused);
            case NumberCheck.Dialable dialable -> note(actor, held, dialable.e164(), wish.ready());
        };
    }

    /// Back to the screen. Who waits goes on waiting.
    public void byScreen(Actor actor, VisitId visit) {
        access.require(actor, MEET_BY_PHONE.on(visits.subject(visit)));
        if (phoneVisits.remove(visit)) {
            topics.changed(Telephone.NEWS, visit);
        }
    }

    private WishOutcome note(Actor actor, VisitSummary visit, Sensitive<String> number, boolean ready) {
        var sealed = numbers.sealed(visit.patient(), visit.id(), number);
        phoneVisits.put(new PhoneVisit(visit.id(), visit.patient(), sealed, clock.instant()), actor.person());
        if (ready && visit.status() == VisitStatus.PLANNED) {
            var themselves = visit.patient().equals(actor.patient());
            arriveAtVisit.arrive(themselves ? actor : PhoneDesk.TELEPHONE, visit.id());
        }
        topics.changed(Telephone.NEWS, visit.id());
        return new WishOutcome.Noted();
    }
}
