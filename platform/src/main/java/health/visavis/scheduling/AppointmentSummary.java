package health.visavis.scheduling;

import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeSlot;
import health.visavis.scheduling.domain.Appointment;
import java.time.ZoneId;

/// What other modules may read of an appointment: ids, times and state, never the reason for the visit.
///
/// @param clinicZone on whose clock the time was agreed
/// @param version grows by one with every change, as iCalendar's SEQUENCE does
public record AppointmentSummary(
        AppointmentId id,
        PatientId patient,
        ClinicianId clinician,
        TimeSlot slot,
        ZoneId clinicZone,
        AppointmentState state,
        int version) {

    static AppointmentSummary of(Appointment appointment, int version) {
        var booking = appointment.booking();
        return new AppointmentSummary(
                booking.id(),
                booking.participants().patient(),
                booking.participants().clinician(),
                booking.slot(),
                booking.clinicZone(),
                stateOf(appointment),
                version);
    }

    /// This appointment as its reader saw it, for a form that changes it.
    public AppointmentRevision revision() {
        return new AppointmentRevision(id, version);
    }

    private static AppointmentState stateOf(Appointment appointment) {
        return switch (appointment) {
            case Appointment.Requested _ -> AppointmentState.REQUESTED;
            case Appointment.Confirmed _ -> AppointmentState.CONFIRMED;
            case Appointment.Declined _ -> AppointmentState.DECLINED;
            case Appointment.Cancelled _ -> AppointmentState.CANCELLED;
            case Appointment.Fulfilled _ -> AppointmentState.FULFILLED;
            case Appointment.NoShow _ -> AppointmentState.NO_SHOW;
        };
    }
}
