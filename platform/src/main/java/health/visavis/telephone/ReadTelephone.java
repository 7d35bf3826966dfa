package health.visavis.telephone;

import static health.visavis.access.Action.READ_TELEPHONE;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.telephone.store.PhoneCalls;
import health.visavis.telephone.store.PhoneVisits;
import health.visavis.visit.Visits;

/// What the telephone of a visit does and did, and which numbers it would ring.
@UseCase
public class ReadTelephone {

    private final Access access;
    private final Visits visits;
    private final PhoneCalls calls;
    private final PhoneVisits phoneVisits;
    private final Numbers numbers;
    private final PhoneEngines engines;

    ReadTelephone(
            Access access,
            Visits visits,
            PhoneCalls calls,
            PhoneVisits phoneVisits,
            Numbers numbers,
            PhoneEngines engines) {
        this.access = access;
        this.visits = visits;
        this.calls = calls;
        this.phoneVisits = phoneVisits;
        this.numbers = numbers;
        this.engines = engines;
    }

    public TelephoneStanding read(Actor actor, VisitId visit) {
        access.require(actor, READ_TELEPHONE.on(visits.subject(visit)));
        var patient = visits.find(visit).orElseThrow().patient();
        return new TelephoneStanding(
                phoneVisits.find(visit).map(numbers::of).map(numbers::shown).orElse(null),
                numbers.onFile(patient).map(numbers::shown).orElse(null),
                calls.of(visit).stream()
                        .map(kept -> PhoneCallSummary.of(kept.call(), numbers.shown(numbers.of(kept))))
                        .toList(),
                engines.first().isPresent(),
                engines.simulated(),
                engines.first().map(PhoneEngine::ringsClinicianFirst).orElse(false),
                engines.line().map(PhoneLine::number).orElse(null));
    }
}
