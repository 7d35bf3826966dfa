package health.visavis.web.scheduling;

import health.visavis.access.Actor;
import health.visavis.access.ProxyScope;
import health.visavis.access.Role;
import health.visavis.kernel.ClinicianId;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.People;
import health.visavis.scheduling.Agenda;
import health.visavis.scheduling.AppointmentState;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.ReadAgenda;
import health.visavis.scheduling.ReadMyAppointments;
import health.visavis.web.home.HomeCard;
import health.visavis.web.home.HomeCard.Entry;
import health.visavis.web.home.HomeCard.Step;
import health.visavis.web.home.HomeCards;
import health.visavis.web.layout.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What scheduling says on the start page: a patient's next appointment, a clinician's day and open requests.
@Component
class SchedulingHomeCards implements HomeCards {

    private static final int NEXT = 10;
    private static final int REQUESTS = 15;
    private static final int TODAY = 20;

    private final ReadMyAppointments readMyAppointments;
    private final ReadAgenda readAgenda;
    private final People people;
    private final AppointmentPages pages;
    private final Clock clock;

    SchedulingHomeCards(
            ReadMyAppointments readMyAppointments,
            ReadAgenda readAgenda,
            People people,
            AppointmentPages pages,
            Clock clock) {
        this.readMyAppointments = readMyAppointments;
        this.readAgenda = readAgenda;
        this.people = people;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public Optional<ProxyScope> scope() {
        return Optional.of(ProxyScope.APPOINTMENTS);
    }

    @Override
    public List<HomeCard> cards(Actor actor) {
        var cards = new ArrayList<HomeCard>();
        if (actor.is(Role.PATIENT) && actor.patient() != null) {
            cards.add(nextOf(actor));
        }
        if (actor.is(Role.DOCTOR) && actor.clinician() != null) {
            cards.addAll(dayOf(actor, actor.clinician()));
        }
        if (actor.is(Role.NURSE)) {
            cards.add(teamOf(actor));
        }
        return cards;
    }

    private HomeCard nextOf(Actor actor) {
        var book = Words.of("scheduling.home.book");
        return readMyAppointments
                .next(actor)
                .map(appointment -> next(actor, appointment))
                .orElseGet(() -> HomeCard.lead(NEXT, Words.of("scheduling.home.none"))
                        .text(Words.of("scheduling.home.noneText"))
                        .step(Step.main("/appointments/new", book).icon("calendar")));
    }

    private HomeCard next(Actor actor, AppointmentSummary appointment) {
        var path = "/appointments/" + appointment.id();
        var clinician = people.clinician(appointment.clinician())
                .map(ClinicianSummary::displayName)
                .orElse("");
        var card = HomeCard.lead(NEXT, Words.of("scheduling.home.next", clinician))
                .at(appointment.slot().start())
                .text(Words.of(
                        appointment.state() == AppointmentState.CONFIRMED
                                ? "scheduling.home.confirmed"
                                : "scheduling.home.requested"));
        var details = Words.of("scheduling.home.details");
        var another = Step.other("/appointments/new", Words.of("scheduling.home.another"));
        return joinable(appointment, clock.instant()) && pages.reachesVisit(actor, appointment)
                ? card.step(
                        Step.main("/visits/" + appointment.id() + "/device-check", Words.of("scheduling.home.join"))
                                .icon("video"),
                        Step.other(path, details),
                        another)
                : card.step(Step.main(path, details), another);
    }

    private static boolean joinable(AppointmentSummary appointment, Instant now) {
        return appointment.state() == AppointmentState.CONFIRMED
                && !now.isBefore(appointment.slot().start().minus(AppointmentPages.DOORS_OPEN));
    }

    private List<HomeCard> dayOf(Actor actor, ClinicianId clinician) {
        var agenda = readAgenda.read(actor, clinician, null);
        return List.of(
                HomeCard.of(
                                REQUESTS,
                                Words.of(
                                        "scheduling.home.requests",
                                        agenda.requests().size()))
                        .entries(entries(agenda.requests()), Words.of("scheduling.home.noRequests"))
                        .step(answers(agenda.requests())),
                HomeCard.of(
                                TODAY,
                                Words.of(
                                        "scheduling.home.today",
                                        agenda.appointments().size()))
                        .entries(entries(agenda.appointments()), Words.of("scheduling.home.noneToday"))
                        .step(Step.other("/agenda", Words.of("scheduling.home.agenda"))));
    }

    /// One request is answered on its own page, several on the agenda.
    private static Step[] answers(List<Agenda.Line> requests) {
        if (requests.isEmpty()) {
            return new Step[0];
        }
        var path = requests.size() == 1
                ? "/appointments/" + requests.getFirst().appointment().id()
                : "/agenda";
        return new Step[] {Step.main(path, Words.of("scheduling.home.answer", requests.size()))};
    }

    private HomeCard teamOf(Actor actor) {
        var agendas = people.cliniciansWith(actor.person()).stream()
                .map(clinician ->
                        new Entry(clinician.displayName(), null, null, null, "/agenda?clinician=" + clinician.id()))
                .toList();
        return HomeCard.of(TODAY, Words.of("scheduling.home.team"))
                .entries(agendas, Words.of("scheduling.home.noTeam"))
                .step(Step.other("/front-desk", Words.of("scheduling.home.desk"))
                        .icon("plus"));
    }

    private List<Entry> entries(List<Agenda.Line> lines) {
        return lines.stream().limit(8).map(this::entry).toList();
    }

    private Entry entry(Agenda.Line line) {
        var appointment = line.appointment();
        var status = AppointmentStatus.of(appointment, clock.instant());
        return Entry.of(line.patient().displayName(), appointment.slot().start(), "/appointments/" + appointment.id())
                .status(status.badge(), Words.of("scheduling.state." + status.code()));
    }
}
