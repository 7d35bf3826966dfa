package health.visavis.web.scheduling;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Subject;
import health.visavis.notification.DeliveryReports;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import health.visavis.scheduling.AppointmentDetails;
import health.visavis.scheduling.AppointmentDetails.Ending;
import health.visavis.scheduling.AppointmentState;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.ReadAppointment;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Shell;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Prepares what the pages of one appointment draw.
@Component
class AppointmentPages {

    /// From when on the visit can be entered.
    static final Duration DOORS_OPEN = Duration.ofMinutes(30);

    private final ReadAppointment readAppointment;
    private final People people;
    private final Access access;
    private final DeliveryReports reports;
    private final Clock clock;

    AppointmentPages(
            ReadAppointment readAppointment, People people, Access access, DeliveryReports reports, Clock clock) {
        this.readAppointment = readAppointment;
        this.people = people;
        this.access = access;
        this.reports = reports;
        this.clock = clock;
    }

    AppointmentView view(Actor actor, AppointmentDetails details, Shell shell) {
        return view(actor, details, shell, null);
    }

    /// @param refusal why what the viewer just tried was not done
    AppointmentView view(Actor actor, AppointmentDetails details, Shell shell, @Nullable String refusal) {
        var appointment = details.summary();
        var zone = appointment.clinicZone();
        return new AppointmentView(
                appointment,
                isPatient(actor, appointment) ? "patient" : "clinic",
                with(actor, appointment),
                AppointmentStatus.of(appointment, clock.instant()),
                details.reason().reveal(),
                Clocks.differ(zone, shell.zone(), appointment.slot().start()) ? zone : null,
                ending(details.ending()),
                moves(actor, appointment),
                isPatient(actor, appointment) ? List.of() : unreached(appointment),
                refusal == null && clinicianLeft(appointment) ? "left" : refusal);
    }

    /// Somebody who waits for an answer that never came will not call by themselves.
    private List<String> unreached(AppointmentSummary appointment) {
        var person = people.patient(appointment.patient()).map(PatientSummary::person);
        return reports.lost(appointment.id()).stream()
                .filter(lost -> person.filter(lost.person()::equals).isPresent())
                .map(lost -> lost.channel().name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /// The appointment as it stands now, with a sentence that says why nothing was changed.
    Page unchanged(Actor actor, AppointmentSummary current, String refusal, Shell shell) {
        var details = readAppointment.read(actor, current.id());
        return Page.of("scheduling/appointment", view(actor, details, shell, refusal))
                .status(HttpStatus.CONFLICT);
    }

    /// The name of the other side.
    String with(Actor actor, AppointmentSummary appointment) {
        return isPatient(actor, appointment)
                ? people.clinician(appointment.clinician())
                        .map(ClinicianSummary::displayName)
                        .orElse("")
                : people.patient(appointment.patient())
                        .map(PatientSummary::displayName)
                        .orElse("");
    }

    static boolean isPatient(Actor actor, AppointmentSummary appointment) {
        return appointment.patient().equals(actor.patient());
    }

    AppointmentView.Moves moves(Actor actor, AppointmentSummary appointment) {
        var now = clock.instant();
        var begun = !appointment.slot().start().isAfter(now);
        var over = !appointment.slot().end().isAfter(now);
        var requested = appointment.state() == AppointmentState.REQUESTED;
        var open = appointment.state().open();
        var left = clinicianLeft(appointment);
        return new AppointmentView.Moves(
                requested && !over && !left && may(actor, Action.CONFIRM_APPOINTMENT, appointment),
                requested && !over && may(actor, Action.DECLINE_APPOINTMENT, appointment),
                open && !begun && !left && may(actor, Action.MOVE_APPOINTMENT, appointment),
                open && !(begun && isPatient(actor, appointment)) && may(actor, Action.CANCEL_APPOINTMENT, appointment),
                door(actor, appointment));
    }

    /// Whether it is still to come, and with somebody who sees nobody here any more.
    boolean clinicianLeft(AppointmentSummary appointment) {
        return appointment.state().open()
                && appointment.slot().end().isAfter(clock.instant())
                && !people.seesPatients(appointment.clinician());
    }

    /// Where the visit is entered; null while it cannot be.
    @Nullable
    String door(Actor actor, AppointmentSummary appointment) {
        var now = clock.instant();
        var slot = appointment.slot();
        if (appointment.state() != AppointmentState.CONFIRMED
                || now.isBefore(slot.start().minus(DOORS_OPEN))
                || now.isAfter(slot.end().plus(DOORS_OPEN))
                || clinicianLeft(appointment)
                || !reachesVisit(actor, appointment)) {
            return null;
        }
        return isPatient(actor, appointment)
                ? "/visits/" + appointment.id() + "/device-check"
                : appointment.clinician().equals(actor.clinician()) ? "/waiting-room" : null;
    }

    boolean reachesVisit(Actor actor, AppointmentSummary appointment) {
        return may(actor, Action.READ_VISIT, appointment);
    }

    private boolean may(Actor actor, Action action, AppointmentSummary appointment) {
        return access.allows(
                actor,
                action.on(Subject.of(
                        appointment.patient(),
                        appointment.clinician(),
                        appointment.id().value())));
    }

    private static @Nullable String ending(@Nullable Ending ending) {
        return switch (ending) {
            case null -> null;
            case Ending.Declined declined -> "declined." + code(declined.reason());
            case Ending.Cancelled cancelled -> "cancelled." + code(cancelled.by()) + "." + code(cancelled.reason());
        };
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
