package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.emergency.Emergencies;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.People;
import health.visavis.telephone.Telephone;
import health.visavis.visit.VisitSummary;
import health.visavis.visit.WhoWaits;
import health.visavis.web.layout.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Who waits for a doctor, or for the doctors of a nurse's teams.
@Controller
class WaitingRoomController {

    private final WhoWaits whoWaits;
    private final VisitWarnings warnings;
    private final People people;
    private final VisitNames names;
    private final Telephone telephone;
    private final Emergencies emergencies;
    private final Clock clock;

    WaitingRoomController(
            WhoWaits whoWaits,
            VisitWarnings warnings,
            People people,
            VisitNames names,
            Telephone telephone,
            Emergencies emergencies,
            Clock clock) {
        this.whoWaits = whoWaits;
        this.warnings = warnings;
        this.people = people;
        this.names = names;
        this.telephone = telephone;
        this.emergencies = emergencies;
        this.clock = clock;
    }

    @GetMapping("/waiting-room")
    Page page(Actor actor) {
        return Page.of("visit/waiting-room", view(actor));
    }

    /// The list alone, for the island.
    @GetMapping("/waiting-room/list")
    Page list(Actor actor) {
        return Page.of("visit/waiting-list", view(actor));
    }

    private WaitingRoomView view(Actor actor) {
        var clinicians = clinicians(actor);
        var rows = clinicians.values().stream()
                .flatMap(clinician -> rows(actor, clinician))
                .sorted(Comparator.comparing(WaitingRoomView.Row::startsAt))
                .toList();
        return new WaitingRoomView(
                List.copyOf(clinicians.keySet()), rows, actor.is(Role.DOCTOR), clinicians.size() > 1);
    }

    /// Whoever works with nobody, a patient for one, asks about nobody and is refused.
    private Map<ClinicianId, ClinicianSummary> clinicians(Actor actor) {
        var own = actor.clinician();
        var found = own == null
                ? people.cliniciansWith(actor.person())
                : people.clinician(own).stream().toList();
        if (found.isEmpty() && !actor.is(Role.NURSE)) {
            whoWaits.with(actor, ClinicianId.next(), today(clock.getZone()));
        }
        return found.stream().collect(Collectors.toMap(ClinicianSummary::id, clinician -> clinician));
    }

    /// Which visits are held by telephone, and in which there is an emergency.
    private record Aids(Set<VisitId> byPhone, Map<VisitId, Instant> emergencies) {}

    private Stream<WaitingRoomView.Row> rows(Actor actor, ClinicianSummary clinician) {
        var today = today(clinician.zone());
        var visits = whoWaits.with(actor, clinician.id(), today);
        var ids = visits.stream().map(VisitSummary::id).toList();
        var aids = new Aids(telephone.among(ids), emergencies.among(ids));
        var found = warnings.of(actor, clinician.id(), today);
        return visits.stream().map(visit -> row(visit, clinician, aids, found.get(visit.id())));
    }

    private WaitingRoomView.Row row(
            VisitSummary visit, ClinicianSummary clinician, Aids aids, @Nullable VisitWarning warning) {
        return new WaitingRoomView.Row(
                visit.id().value(),
                visit.patient().value(),
                names.patient(visit.patient()),
                clinician.displayName(),
                visit.slot().start(),
                visit.status(),
                visit.waitingSince(),
                visit.startedAt(),
                aids.byPhone().contains(visit.id()) ? null : visit.patientAwaySince(),
                aids.byPhone().contains(visit.id()),
                aids.emergencies().get(visit.id()),
                warning);
    }

    private TimeSlot today(ZoneId zone) {
        var day = clock.instant().atZone(zone).toLocalDate();
        return new TimeSlot(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
