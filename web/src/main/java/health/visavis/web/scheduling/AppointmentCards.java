package health.visavis.web.scheduling;

import health.visavis.access.Actor;
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
import java.util.List;
import org.springframework.stereotype.Component;

/// Appointments on the start page: a patient's next visit, a doctor's requests and day.
@Component
class AppointmentCards implements HomeCards {

    private final ReadMyAppointments readMyAppointments;
    private final ReadAgenda readAgenda;
    private final People people;

    AppointmentCards(ReadMyAppointments readMyAppointments, ReadAgenda readAgenda, People people) {
        this.readMyAppointments = readMyAppointments;
        this.readAgenda = readAgenda;
        this.people = people;
    }

    @Override
    public List<HomeCard> cards(Actor actor) {
        if (actor.is(Role.DOCTOR) && actor.clinician() != null) {
            return ofDoctor(readAgenda.read(actor, actor.clinician(), null));
        }
        if (actor.is(Role.PATIENT) && actor.patient() != null) {
            return List.of(readMyAppointments.next(actor).map(this::next).orElseGet(AppointmentCards::none));
        }
        return List.of();
    }

    private HomeCard next(AppointmentSummary appointment) {
        var id = appointment.id().value();
        var card = HomeCard.lead(10, Words.of("home.next.title", name(appointment.clinician())))
                .at(appointment.slot().start());
        var details = Step.other("/appointments/" + id, Words.of("home.next.details"));
        if (appointment.state() == AppointmentState.REQUESTED) {
            return card.text(Words.of("home.next.requested")).step(details);
        }
        return card.text(Words.of("home.next.confirmed"))
                .step(
                        Step.main("/visits/" + id + "/device-check", Words.of("home.next.join"))
                                .icon("video"),
                        details);
    }

    private static HomeCard none() {
        return HomeCard.lead(10, Words.of("home.next.none"))
                .text(Words.of("home.next.noneText"))
                .step(Step.main("/appointments/new", Words.of("home.next.book")).icon("plus"));
    }

    private static List<HomeCard> ofDoctor(Agenda agenda) {
        var requests = agenda.requests().stream()
                .map(line -> entry(line).status("warn", Words.of("home.agenda.toConfirm")))
                .toList();
        var today = agenda.appointments().stream()
                .filter(line -> line.appointment().state() == AppointmentState.CONFIRMED)
                .map(AppointmentCards::entry)
                .toList();
        return List.of(
                HomeCard.of(20, Words.of("home.agenda.requests", requests.size()))
                        .entries(requests, Words.of("home.agenda.noRequests")),
                HomeCard.of(30, Words.of("home.agenda.today", today.size()))
                        .entries(today, Words.of("home.agenda.free"))
                        .step(Step.other("/agenda", Words.of("home.agenda.open"))));
    }

    private static Entry entry(Agenda.Line line) {
        var appointment = line.appointment();
        return Entry.of(
                line.patient().displayName(),
                appointment.slot().start(),
                "/appointments/" + appointment.id().value());
    }

    private String name(ClinicianId clinician) {
        return people.clinician(clinician).map(ClinicianSummary::displayName).orElse("");
    }
}
