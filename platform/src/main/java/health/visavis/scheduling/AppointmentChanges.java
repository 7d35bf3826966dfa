package health.visavis.scheduling;

import health.visavis.kernel.AppointmentId;
import health.visavis.people.EndReason;
import health.visavis.people.ReviewCareRelationship;
import health.visavis.scheduling.domain.Appointment;
import health.visavis.scheduling.store.Appointments;
import health.visavis.scheduling.store.StoredAppointment;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Stores a move of the state machine if the appointment is still as its reader saw it.
@Component
class AppointmentChanges {

    private final Appointments appointments;
    private final ReviewCareRelationship care;

    AppointmentChanges(Appointments appointments, ReviewCareRelationship care) {
        this.appointments = appointments;
        this.care = care;
    }

    StoredAppointment get(AppointmentId id) {
        return appointments.find(id).orElseThrow();
    }

    AppointmentSummary summary(AppointmentId id) {
        var stored = get(id);
        return AppointmentSummary.of(stored.appointment(), stored.version());
    }

    /// @param announce told of the appointment as it is now, when it was changed
    ChangeOutcome apply(Appointment next, AppointmentRevision revision, Consumer<AppointmentSummary> announce) {
        if (!appointments.change(next, revision.version())) {
            return new ChangeOutcome.ChangedMeanwhile(summary(revision.id()));
        }
        var changed = AppointmentSummary.of(next, revision.version() + 1);
        announce.accept(changed);
        return new ChangeOutcome.Changed(changed);
    }

    ClosingOutcome close(Appointment next, int version) {
        if (!appointments.change(next, version)) {
            return new ClosingOutcome.NotConfirmed(summary(next.id()));
        }
        var participants = next.booking().participants();
        care.review(participants.patient(), participants.clinician(), EndReason.LAPSED);
        return new ClosingOutcome.Closed(AppointmentSummary.of(next, version + 1));
    }
}
