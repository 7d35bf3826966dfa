package health.visavis.web.scheduling;

import health.visavis.access.Actor;
import health.visavis.kernel.AppointmentId;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.People;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.ReadAppointment;
import health.visavis.scheduling.ReadMyAppointments;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Shell;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A patient's appointments, and one appointment for both of its sides.
@Controller
class AppointmentsController {

    private final ReadMyAppointments readMyAppointments;
    private final ReadAppointment readAppointment;
    private final AppointmentPages pages;
    private final People people;
    private final Clock clock;

    AppointmentsController(
            ReadMyAppointments readMyAppointments,
            ReadAppointment readAppointment,
            AppointmentPages pages,
            People people,
            Clock clock) {
        this.readMyAppointments = readMyAppointments;
        this.readAppointment = readAppointment;
        this.pages = pages;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/appointments")
    Page mine(Actor actor) {
        var mine = readMyAppointments.read(actor);
        return Page.of(
                "scheduling/appointments",
                new AppointmentsView(lines(actor, mine.upcoming()), lines(actor, mine.past())));
    }

    @GetMapping("/appointments/{id}")
    Page one(Actor actor, Shell shell, @PathVariable UUID id) {
        var details = readAppointment.read(actor, new AppointmentId(id));
        return Page.of("scheduling/appointment", pages.view(actor, details, shell));
    }

    private List<AppointmentsView.Line> lines(Actor actor, List<AppointmentSummary> appointments) {
        return appointments.stream()
                .map(each -> new AppointmentsView.Line(
                        "/appointments/" + each.id(),
                        each.slot().start(),
                        people.clinician(each.clinician())
                                .map(ClinicianSummary::displayName)
                                .orElse(""),
                        AppointmentStatus.of(each, clock.instant()),
                        pages.door(actor, each)))
                .toList();
    }
}
