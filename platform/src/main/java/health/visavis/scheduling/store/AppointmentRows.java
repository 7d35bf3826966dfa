package health.visavis.scheduling.store;

import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeSlot;
import health.visavis.scheduling.domain.Appointment;
import health.visavis.scheduling.domain.Booking;
import health.visavis.scheduling.domain.Cancellation;
import health.visavis.scheduling.domain.CancellationReason;
import health.visavis.scheduling.domain.DeclineReason;
import health.visavis.scheduling.domain.Participants;
import health.visavis.scheduling.domain.Party;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Between rows of `appointment` and states of the domain.
final class AppointmentRows {

    static final String COLUMNS = """
            id, patient_id, clinician_id, lower(slot) AS starts_at, upper(slot) AS ends_at, clinic_zone,
            state, state_since, version, decline_reason, cancelled_by, cancellation_reason
            """;

    private AppointmentRows() {}

    static StoredAppointment read(ResultSet row, int number) throws SQLException {
        return new StoredAppointment(appointment(row), row.getInt("version"));
    }

    static TimeSlot slot(ResultSet row, int number) throws SQLException {
        return new TimeSlot(instant(row, "starts_at"), instant(row, "ends_at"));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static StateColumns columns(Appointment appointment) {
        return switch (appointment) {
            case Appointment.Requested it -> StateColumns.plain("REQUESTED", it.requestedAt());
            case Appointment.Confirmed it -> StateColumns.plain("CONFIRMED", it.confirmedAt());
            case Appointment.Declined it ->
                new StateColumns("DECLINED", it.declinedAt(), it.reason().name(), null, null);
            case Appointment.Cancelled it ->
                new StateColumns(
                        "CANCELLED",
                        it.cancellation().at(),
                        null,
                        it.cancellation().by().name(),
                        it.cancellation().reason().name());
            case Appointment.Fulfilled it -> StateColumns.plain("FULFILLED", it.fulfilledAt());
            case Appointment.NoShow it -> StateColumns.plain("NO_SHOW", it.notedAt());
        };
    }

    record StateColumns(
            String state,
            Instant since,
            @Nullable String declineReason,
            @Nullable String cancelledBy,
            @Nullable String cancellationReason) {

        static StateColumns plain(String state, Instant since) {
            return new StateColumns(state, since, null, null, null);
        }
    }

    private static Appointment appointment(ResultSet row) throws SQLException {
        var booking = new Booking(
                new AppointmentId(row.getObject("id", UUID.class)),
                new Participants(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        new ClinicianId(row.getObject("clinician_id", UUID.class))),
                slot(row, 0),
                ZoneId.of(row.getString("clinic_zone")));
        var since = instant(row, "state_since");
        var state = row.getString("state");
        return switch (state) {
            case "REQUESTED" -> new Appointment.Requested(booking, since);
            case "CONFIRMED" -> new Appointment.Confirmed(booking, since);
            case "DECLINED" ->
                new Appointment.Declined(booking, DeclineReason.valueOf(row.getString("decline_reason")), since);
            case "CANCELLED" ->
                new Appointment.Cancelled(
                        booking,
                        new Cancellation(
                                Party.valueOf(row.getString("cancelled_by")),
                                CancellationReason.valueOf(row.getString("cancellation_reason")),
                                since));
            case "FULFILLED" -> new Appointment.Fulfilled(booking, since);
            case "NO_SHOW" -> new Appointment.NoShow(booking, since);
            default -> throw new IllegalStateException("unknown state of an appointment");
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
