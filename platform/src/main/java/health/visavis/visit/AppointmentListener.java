package health.visavis.visit;

import health.visavis.access.Actor;
import health.visavis.scheduling.AppointmentChanged;
import health.visavis.scheduling.AppointmentConfirmed;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.Scheduling;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Keeps the visit in step with its appointment. Reads the appointment as it is now and not as the event found it,
/// and holds it until the visit is in step: events may come twice, late, and in another order.
///
/// A confirmation and its visit are one transaction: an appointment that is confirmed without a live link cannot
/// exist, not even for a moment. What else happens to an appointment reaches the visit afterwards.
///
/// A patient who moves a confirmed appointment asks anew, so its visit is withdrawn until the new time is
/// confirmed: nobody can arrive at the old time. A request that was never answered has no visit to be kept in step.
@Component
class AppointmentListener {

    private static final Actor VISIT = Actor.system("visit");

    private final Scheduling scheduling;
    private final OpenVisit openVisit;
    private final CancelVisit cancelVisit;

    AppointmentListener(Scheduling scheduling, OpenVisit openVisit, CancelVisit cancelVisit) {
        this.scheduling = scheduling;
        this.openVisit = openVisit;
        this.cancelVisit = cancelVisit;
    }

    @EventListener
    void inTheSameTransaction(AppointmentConfirmed event) {
        follow(event.appointment());
    }

    @ApplicationModuleListener(id = "visit.follow-appointment")
    void on(AppointmentChanged event) {
        if (event instanceof AppointmentConfirmed) {
            return;
        }
        scheduling.appointmentHeld(event.appointment().id()).ifPresent(this::follow);
    }

    private void follow(AppointmentSummary appointment) {
        switch (appointment.state()) {
            case CONFIRMED ->
                openVisit.open(
                        VISIT, appointment.id(), appointment.patient(), appointment.clinician(), appointment.slot());
            case REQUESTED, CANCELLED, DECLINED -> cancelVisit.cancel(VISIT, appointment.id(), appointment.patient());
            case FULFILLED, NO_SHOW -> {}
        }
    }
}
