package health.visavis.scheduling;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Sensitive;
import health.visavis.keys.ContentDestroyed;
import health.visavis.keys.PatientCipher;
import health.visavis.scheduling.AppointmentDetails.Ending;
import health.visavis.scheduling.domain.Appointment;
import health.visavis.scheduling.store.Appointments;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One appointment with the reason for the visit.
@UseCase
public class ReadAppointment {

    private final Access access;
    private final AppointmentSubjects subjects;
    private final Appointments appointments;
    private final PatientCipher cipher;

    ReadAppointment(Access access, AppointmentSubjects subjects, Appointments appointments, PatientCipher cipher) {
        this.access = access;
        this.subjects = subjects;
        this.appointments = appointments;
        this.cipher = cipher;
    }

    public AppointmentDetails read(Actor actor, AppointmentId id) {
        access.require(actor, Action.READ_APPOINTMENT.on(subjects.of(id)));
        var stored = appointments.find(id).orElseThrow();
        var appointment = stored.appointment();
        var reason = reason(appointment.booking().participants().patient(), id);
        return new AppointmentDetails(
                AppointmentSummary.of(appointment, stored.version()),
                Sensitive.of(reason),
                since(appointment),
                ending(appointment));
    }

    /// An appointment stays when what its patient has written was destroyed.
    private String reason(PatientId patient, AppointmentId id) {
        try {
            return cipher.decryptText(patient, SealedPlaces.reasonOf(id), appointments.sealedReason(id));
        } catch (ContentDestroyed gone) {
            return "–";
        }
    }

    private static Instant since(Appointment appointment) {
        return switch (appointment) {
            case Appointment.Requested it -> it.requestedAt();
            case Appointment.Confirmed it -> it.confirmedAt();
            case Appointment.Declined it -> it.declinedAt();
            case Appointment.Cancelled it -> it.cancellation().at();
            case Appointment.Fulfilled it -> it.fulfilledAt();
            case Appointment.NoShow it -> it.notedAt();
        };
    }

    private static @Nullable Ending ending(Appointment appointment) {
        return switch (appointment) {
            case Appointment.Declined it -> new Ending.Declined(it.reason());
            case Appointment.Cancelled it ->
                new Ending.Cancelled(it.cancellation().by(), it.cancellation().reason());
            case Appointment.Requested _, Appointment.Confirmed _, Appointment.Fulfilled _, Appointment.NoShow _ ->
                null;
        };
    }
}
