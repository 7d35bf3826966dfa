package health.visavis.scheduling.store;

import static health.visavis.scheduling.store.AppointmentRows.at;

import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeSlot;
import health.visavis.scheduling.domain.Appointment;
import health.visavis.scheduling.domain.Participants;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes appointments. How writers meet is told in the module's package description.
@Component
public class Appointments {

    /// A rival can vanish between the insert that met it and the question who it was; nobody is unlucky that
    /// often in a row.
    private static final int ATTEMPTS = 10;

    private final JdbcClient jdbc;
    private final TransactionTemplate savepoint;

    Appointments(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    public Optional<StoredAppointment> find(AppointmentId id) {
        return jdbc.sql("SELECT " + AppointmentRows.COLUMNS + " FROM appointment WHERE id = ?")
                .param(id.value())
                .query(AppointmentRows::read)
                .optional();
    }

    public List<StoredAppointment> confirmedWithin(TimeSlot hours) {
        return jdbc.sql("SELECT " + AppointmentRows.COLUMNS + """
                         FROM appointment
                        WHERE state = 'CONFIRMED' AND lower(slot) >= ? AND lower(slot) < ?
                        ORDER BY lower(slot)
                        """)
                .params(at(hours.start()), at(hours.end()))
                .query(AppointmentRows::read)
                .list();
    }

    /// Nobody else changes it until this transaction ends. Takes what a change of it would take, and in that order: who
    /// holds it may go on to change it.
    public Optional<StoredAppointment> held(AppointmentId id) {
        find(id).ifPresent(found -> lock(found.appointment().booking().participants()));
        return jdbc.sql("SELECT " + AppointmentRows.COLUMNS + " FROM appointment WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(AppointmentRows::read)
                .optional();
    }

    public Optional<StoredAppointment> requested(PatientId patient, UUID requestId) {
        return jdbc.sql("SELECT " + AppointmentRows.COLUMNS
                        + " FROM appointment WHERE patient_id = ? AND request_id = ?")
                .params(patient.value(), requestId)
                .query(AppointmentRows::read)
                .optional();
    }

    public byte[] sealedReason(AppointmentId id) {
        return jdbc.sql("SELECT reason_sealed FROM appointment WHERE id = ?")
                .param(id.value())
                .query((row, number) -> row.getBytes("reason_sealed"))
                .single();
    }

    /// Raises no error when the time is taken: the caller's transaction goes on.
    public Entry add(NewAppointment request) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (inserted(request)) {
                return new Entry.Entered(0);
            }
            var rival = rivalOf(request);
            if (rival.isPresent()) {
                return rival.get();
            }
        }
        throw new IllegalStateException("appointment neither stored nor refused");
    }

    /// Moves to another time, or keeps its time and blocks it in another state.
    public Entry moveTo(Appointment next, int version) {
        lock(next.booking().participants());
        try {
            var updated = savepoint.execute(_ -> update(next, version));
            return Boolean.TRUE.equals(updated) ? new Entry.Entered(version + 1) : new Entry.Outdated();
        } catch (DataIntegrityViolationException violation) {
            return switch (ViolatedConstraint.of(violation)) {
                case CLINICIAN_NOT_DOUBLE_BOOKED -> new Entry.ClinicianTaken();
                case PATIENT_NOT_DOUBLE_BOOKED -> new Entry.PatientTaken();
                case ANOTHER -> throw violation;
            };
        }
    }

    /// Changes the state only.
    ///
    /// @return false when somebody changed it first
    public boolean change(Appointment next, int version) {
        lock(next.booking().participants());
        return update(next, version);
    }

    private boolean inserted(NewAppointment request) {
        var booking = request.appointment().booking();
        return jdbc.sql("""
                        INSERT INTO appointment (id, patient_id, clinician_id, request_id, requested_by, slot, clinic_zone,
                          clinic_wall_start, state, state_since, reason_sealed)
                        VALUES (?, ?, ?, ?, ?, tstzrange(?, ?), ?, ?, 'REQUESTED', ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                        .params(
                                booking.id().value(),
                                booking.participants().patient().value(),
                                booking.participants().clinician().value(),
                                request.requestId(),
                                request.requestedBy().value(),
                                at(booking.slot().start()),
                                at(booking.slot().end()),
                                booking.clinicZone().getId(),
                                booking.agreedWallTime(),
                                at(request.appointment().requestedAt()),
                                request.sealedReason())
                        .update()
                == 1;
    }

    private Optional<Entry> rivalOf(NewAppointment request) {
        var participants = request.appointment().booking().participants();
        var repeated = requested(participants.patient(), request.requestId());
        if (repeated.isPresent()) {
            return Optional.of(new Entry.AlreadyEntered(repeated.get()));
        }
        var slot = request.appointment().slot();
        if (taken("patient_id", participants.patient().value(), slot)) {
            return Optional.of(new Entry.PatientTaken());
        }
        if (taken("clinician_id", participants.clinician().value(), slot)) {
            return Optional.of(new Entry.ClinicianTaken());
        }
        return Optional.empty();
    }

    private boolean taken(String side, UUID id, TimeSlot slot) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM appointment
                          WHERE %s = ? AND slot && tstzrange(?, ?) AND state NOT IN ('DECLINED', 'CANCELLED'))
                        """.formatted(side))
                .params(id, at(slot.start()), at(slot.end()))
                .query(Boolean.class)
                .single();
    }

    private void lock(Participants participants) {
        lock("clinician " + participants.clinician());
        lock("patient " + participants.patient());
    }

    private void lock(String name) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(name)
                .query((row, number) -> true)
                .single();
    }

    private boolean update(Appointment next, int version) {
        var columns = AppointmentRows.columns(next);
        var booking = next.booking();
        return jdbc.sql("""
                        UPDATE appointment
                        SET slot = tstzrange(?, ?), clinic_wall_start = ?, state = ?, state_since = ?, decline_reason = ?,
                          cancelled_by = ?, cancellation_reason = ?, version = version + 1
                        WHERE id = ? AND version = ?
                        """)
                        .param(at(booking.slot().start()))
                        .param(at(booking.slot().end()))
                        .param(booking.agreedWallTime())
                        .param(columns.state())
                        .param(at(columns.since()))
                        .param(columns.declineReason())
                        .param(columns.cancelledBy())
                        .param(columns.cancellationReason())
                        .param(booking.id().value())
                        .param(version)
                        .update()
                == 1;
    }
}
