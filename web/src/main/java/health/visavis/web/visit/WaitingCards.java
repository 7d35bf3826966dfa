package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.emergency.Emergencies;
import health.visavis.kernel.TimeSlot;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import health.visavis.visit.VisitSummary;
import health.visavis.visit.WhoWaits;
import health.visavis.web.home.HomeCard;
import health.visavis.web.home.HomeCard.Entry;
import health.visavis.web.home.HomeCard.Step;
import health.visavis.web.home.HomeCards;
import health.visavis.web.layout.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Emergencies, then who waits, on the start page of doctors and nurses: the longest wait first.
@Component
class WaitingCards implements HomeCards {

    private static final Duration A_DAY = Duration.ofHours(12);

    private final WhoWaits whoWaits;
    private final People people;
    private final Emergencies emergencies;
    private final Clock clock;

    WaitingCards(WhoWaits whoWaits, People people, Emergencies emergencies, Clock clock) {
        this.whoWaits = whoWaits;
        this.people = people;
        this.emergencies = emergencies;
        this.clock = clock;
    }

    @Override
    public List<HomeCard> cards(Actor actor) {
        if (!actor.is(Role.DOCTOR) && !actor.is(Role.NURSE)) {
            return List.of();
        }
        var now = clock.instant();
        var today = new TimeSlot(now.minus(A_DAY), now.plus(A_DAY));
        var visits = people.cliniciansWith(actor.person()).stream()
                .map(ClinicianSummary::id)
                .flatMap(clinician -> whoWaits.with(actor, clinician, today).stream())
                .toList();
        return Stream.concat(urgent(visits), Stream.of(waiting(visits))).toList();
    }

    private Stream<HomeCard> urgent(List<VisitSummary> visits) {
        var raised = emergencies.among(visits.stream().map(VisitSummary::id).toList());
        return visits.stream()
                .filter(visit -> raised.containsKey(visit.id()))
                .map(visit -> HomeCard.urgent(
                                0, Words.of("emergency.queue.raised", Objects.requireNonNull(raised.get(visit.id()))))
                        .entries(List.of(new Entry(name(visit), null, null, null, null)), Words.of("home.nothing"))
                        .step(Step.main("/visits/" + visit.id() + "/emergency", Words.of("emergency.queue.open"))
                                .icon("warn")));
    }

    private HomeCard waiting(List<VisitSummary> visits) {
        var waiting = visits.stream()
                .filter(visit -> visit.waitingSince() != null)
                .sorted(Comparator.comparing(visit -> Objects.requireNonNull(visit.waitingSince())))
                .map(this::entry)
                .toList();
        var title = Words.of("home.waiting.title", waiting.size());
        return (waiting.isEmpty() ? HomeCard.of(10, title) : HomeCard.lead(10, title))
                .entries(waiting, Words.of("home.waiting.none"))
                .step(Step.main("/waiting-room", Words.of("home.waiting.open")).icon("video"));
    }

    private Entry entry(VisitSummary visit) {
        return new Entry(
                name(visit),
                null,
                Words.of("home.waiting.since", Objects.requireNonNull(visit.waitingSince())),
                null,
                "/waiting-room");
    }

    private String name(VisitSummary visit) {
        return people.patient(visit.patient()).map(PatientSummary::displayName).orElse("");
    }
}
