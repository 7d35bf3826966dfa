package health.visavis.scheduling;

import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.TimeSlot;
import health.visavis.scheduling.store.Appointments;
import health.visavis.scheduling.store.StoredAppointment;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Look-ups without a permission, for other capabilities that have asked for theirs. No page or API calls these
/// first.
@Component
public class Scheduling {

    private final Appointments appointments;

    Scheduling(Appointments appointments) {
        this.appointments = appointments;
    }

    public Optional<AppointmentSummary> appointment(AppointmentId id) {
        return appointments.find(id).map(Scheduling::summary);
    }

    /// What is confirmed and begins within these hours.
    public List<AppointmentSummary> confirmedWithin(TimeSlot hours) {
        return appointments.confirmedWithin(hours).stream()
                .map(Scheduling::summary)
                .toList();
    }

    /// As it is now, and nobody else changes it until the caller's transaction ends. Before the visit is locked, never
    /// after it.
    public Optional<AppointmentSummary> appointmentHeld(AppointmentId id) {
        return appointments.held(id).map(Scheduling::summary);
    }

    private static AppointmentSummary summary(StoredAppointment stored) {
        return AppointmentSummary.of(stored.appointment(), stored.version());
    }
}
