package health.visavis.telephone;

import health.visavis.access.Actors;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.TimeSlot;
import health.visavis.people.PeopleFixtures;
import health.visavis.telephone.domain.PhoneCall;
import health.visavis.telephone.domain.PhoneCall.Leg;
import health.visavis.telephone.domain.PhoneCallId;
import health.visavis.telephone.store.PhoneCalls;
import health.visavis.telephone.store.PhoneCalls.KeptCall;
import health.visavis.visit.OpenVisit;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Telephone calls for tests of carriers.
@Component
@Transactional
public class PhoneFixtures {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final PeopleFixtures people;
    private final OpenVisit openVisit;
    private final PhoneCalls calls;
    private final Numbers numbers;
    private final PhoneDesk desk;
    private final Clock clock;

    PhoneFixtures(
            PeopleFixtures people,
            OpenVisit openVisit,
            PhoneCalls calls,
            Numbers numbers,
            PhoneDesk desk,
            Clock clock) {
        this.people = people;
        this.openVisit = openVisit;
        this.calls = calls;
        this.numbers = numbers;
        this.desk = desk;
        this.clock = clock;
    }

    /// A number that no other test of this process has, because tests count who rings.
    public static String anotherNumber() {
        return "+1202457" + NUMBERS.getAndIncrement();
    }

    /// A call that wants to be rung by that carrier.
    public PhoneCallId wanted(PhoneEngine engine, String number) {
        var patient = Objects.requireNonNull(people.patient().patient());
        var clinician = Objects.requireNonNull(people.doctor().clinician());
        var slot = TimeSlot.starting(clock.instant(), Duration.ofMinutes(30));
        var visit = openVisit.open(Actors.system(), AppointmentId.next(), patient, clinician, slot);
        var call = new PhoneCall.Dialling(new Leg(PhoneCallId.next(), visit, false, clock.instant()));
        var sealed = numbers.sealed(patient, call.id(), Sensitive.of(number));
        calls.add(new KeptCall(call, patient, sealed, engine.name(), null), UUID.randomUUID());
        return call.id();
    }

    public void dialled(PhoneCallId call, String reference) {
        desk.dialled(call, reference);
    }

    public PhoneCall read(PhoneCallId call) {
        return desk.find(call).orElseThrow().call();
    }
}
