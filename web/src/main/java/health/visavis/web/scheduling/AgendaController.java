package health.visavis.web.scheduling;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.People;
import health.visavis.scheduling.Agenda;
import health.visavis.scheduling.ReadAgenda;
import health.visavis.web.components.Crumb;
import health.visavis.web.layout.Page;
import health.visavis.web.visit.VisitWarning;
import health.visavis.web.visit.VisitWarnings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A clinician's day; the front desk chooses whose.
@Controller
class AgendaController {

    private final ReadAgenda readAgenda;
    private final VisitWarnings warnings;
    private final People people;
    private final Access access;
    private final Clock clock;

    AgendaController(ReadAgenda readAgenda, VisitWarnings warnings, People people, Access access, Clock clock) {
        this.readAgenda = readAgenda;
        this.warnings = warnings;
        this.people = people;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/agenda")
    Page day(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID clinician,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day) {
        var team = people.cliniciansWith(actor.person());
        var chosen = clinician != null ? new ClinicianId(clinician) : ownOrFirst(actor, team);
        var agenda = readAgenda.read(actor, chosen, day);
        return Page.of("scheduling/agenda", view(actor, people.clinician(chosen).orElseThrow(), agenda, team));
    }

    /// Staff of no team ask for an agenda that nobody has, and access says so.
    private static ClinicianId ownOrFirst(Actor actor, List<ClinicianSummary> team) {
        var own = actor.clinician();
        if (own != null) {
            return own;
        }
        return team.isEmpty()
                ? new ClinicianId(actor.person().value())
                : team.getFirst().id();
    }

    private AgendaView view(Actor actor, ClinicianSummary clinician, Agenda agenda, List<ClinicianSummary> team) {
        var here = "/agenda?clinician=" + clinician.id();
        var today = LocalDate.ofInstant(clock.instant(), agenda.zone());
        var answers = access.allows(actor, Action.CONFIRM_APPOINTMENT.of(clinician.id()));
        return new AgendaView(
                clinician,
                agenda.day(),
                agenda.zone(),
                lines(actor, clinician.id(), agenda),
                agenda.requests().stream().map(each -> request(each, answers)).toList(),
                team.size() < 2
                        ? List.of()
                        : team.stream()
                                .map(each -> new Crumb("/agenda?clinician=" + each.id(), each.displayName()))
                                .toList(),
                here,
                here + "&day=" + agenda.day().minusDays(1),
                here + "&day=" + agenda.day().plusDays(1),
                agenda.day().equals(today) ? null : here,
                access.allows(actor, Action.SET_CLINIC_HOURS.of(clinician.id())));
    }

    private List<AgendaView.Line> lines(Actor actor, ClinicianId clinician, Agenda agenda) {
        var day = new TimeSlot(
                agenda.day().atStartOfDay(agenda.zone()).toInstant(),
                agenda.day().plusDays(1).atStartOfDay(agenda.zone()).toInstant());
        var found = warnings.of(actor, clinician, day);
        return agenda.appointments().stream()
                .map(line ->
                        line(line, found.get(new VisitId(line.appointment().id().value()))))
                .toList();
    }

    private AgendaView.Line line(Agenda.Line line, @Nullable VisitWarning warning) {
        var appointment = line.appointment();
        return new AgendaView.Line(
                "/appointments/" + appointment.id(),
                appointment.slot().start(),
                appointment.slot().end(),
                line.patient().displayName(),
                AppointmentStatus.of(appointment, clock.instant()),
                warning);
    }

    private static AgendaView.Request request(Agenda.Line line, boolean answers) {
        var appointment = line.appointment();
        return new AgendaView.Request(
                "/appointments/" + appointment.id(),
                appointment.slot().start(),
                line.patient().displayName(),
                Integer.toString(appointment.version()),
                answers);
    }
}
