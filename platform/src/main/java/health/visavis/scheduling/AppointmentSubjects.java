package health.visavis.scheduling;

import health.visavis.access.Subject;
import health.visavis.kernel.AppointmentId;
import health.visavis.scheduling.store.Appointments;
import org.springframework.stereotype.Component;

/// Whose data an appointment is, for the question of access.
@Component
class AppointmentSubjects {

    private final Appointments appointments;

    AppointmentSubjects(Appointments appointments) {
        this.appointments = appointments;
    }

    Subject of(AppointmentId id) {
        return appointments
                .find(id)
                .map(stored -> stored.appointment().booking().participants())
                .map(participants -> Subject.of(participants.patient(), participants.clinician(), id.value()))
                .orElseGet(() -> Subject.unknown(id.value()));
    }
}
