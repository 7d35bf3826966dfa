package health.visavis.scheduling;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.people.CareTies;
import health.visavis.people.domain.Tie;
import health.visavis.scheduling.domain.Appointment;
import health.visavis.scheduling.store.AppointmentLists;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Appointments as ties: those that are asked for, agreed on, or took place.
@Component
class AppointmentTies implements CareTies {

    private final AppointmentLists lists;

    AppointmentTies(AppointmentLists lists) {
        this.lists = lists;
    }

    @Override
    public List<Tie> between(PatientId patient, ClinicianId clinician) {
        return lists.between(patient, clinician).stream()
                .map(stored -> tie(stored.appointment()))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Nobody met at an appointment that was missed; but there is something to settle, as after one that was not
    /// answered.
    private static Optional<Tie> tie(Appointment appointment) {
        var end = appointment.slot().end();
        return switch (appointment) {
            case Appointment.Requested _, Appointment.Confirmed _, Appointment.NoShow _ ->
                Optional.of(new Tie.Appointment(end));
            case Appointment.Fulfilled _ -> Optional.of(new Tie.Visit(end));
            case Appointment.Declined _, Appointment.Cancelled _ -> Optional.empty();
        };
    }
}
