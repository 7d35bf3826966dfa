package health.visavis.scheduling.store;

import static health.visavis.scheduling.store.AppointmentRows.COLUMNS;
import static health.visavis.scheduling.store.AppointmentRows.at;

import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeSlot;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads appointments by the many.
@Component
public class AppointmentLists {

    private static final String BLOCKING = "state NOT IN ('DECLINED', 'CANCELLED')";

    private final JdbcClient jdbc;

    AppointmentLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Times in which the clinician cannot be booked, or the patient when one is given.
    ///
    /// @param except an appointment that is about to move and so does not stand in its own way
    public List<TimeSlot> taken(
            ClinicianId clinician, @Nullable PatientId patient, TimeSlot period, @Nullable AppointmentId except) {
        return jdbc.sql("""
                        SELECT lower(slot) AS starts_at, upper(slot) AS ends_at FROM appointment
                        WHERE clinician_id = :clinician AND slot && tstzrange(:from, :until) AND %1$s
                          AND id IS DISTINCT FROM :except
                        UNION
                        SELECT lower(slot), upper(slot) FROM appointment
                        WHERE patient_id = :patient AND slot && tstzrange(:from, :until) AND %1$s
                          AND id IS DISTINCT FROM :except
                        """.formatted(BLOCKING))
                .param("clinician", clinician.value())
                .param("patient", patient == null ? null : patient.value(), Types.OTHER)
                .param("from", at(period.start()))
                .param("until", at(period.end()))
                .param("except", except == null ? null : except.value(), Types.OTHER)
                .query(AppointmentRows::slot)
                .list();
    }

    /// The same for every clinician at once.
    public Map<ClinicianId, List<TimeSlot>> takenByClinician(TimeSlot period) {
        var taken = new HashMap<ClinicianId, List<TimeSlot>>();
        jdbc.sql("""
                        SELECT clinician_id, lower(slot) AS starts_at, upper(slot) AS ends_at FROM appointment
                        WHERE slot && tstzrange(?, ?) AND %s
                        """.formatted(BLOCKING))
                .params(at(period.start()), at(period.end()))
                .query((row, number) -> taken.computeIfAbsent(
                                new ClinicianId(row.getObject("clinician_id", UUID.class)), _ -> new ArrayList<>())
                        .add(AppointmentRows.slot(row, number)))
                .list();
        return taken;
    }

    /// Everything there ever was between the two.
    public List<StoredAppointment> between(PatientId patient, ClinicianId clinician) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM appointment WHERE patient_id = ? AND clinician_id = ?")
                .params(patient.value(), clinician.value())
                .query(AppointmentRows::read)
                .list();
    }

    public List<StoredAppointment> ofPatientFrom(PatientId patient, Instant now) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM appointment WHERE patient_id = ? AND upper(slot) > ? ORDER BY lower(slot) LIMIT 200
                        """)
                .params(patient.value(), at(now))
                .query(AppointmentRows::read)
                .list();
    }

    public List<StoredAppointment> ofPatientBefore(PatientId patient, Instant now, int most) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM appointment WHERE patient_id = ? AND upper(slot) <= ? ORDER BY lower(slot) DESC LIMIT ?
                        """)
                .params(patient.value(), at(now), most)
                .query(AppointmentRows::read)
                .list();
    }

    /// What blocks the clinician's time in a period, in order.
    public List<StoredAppointment> ofClinician(ClinicianId clinician, TimeSlot period) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM appointment WHERE clinician_id = ? AND slot && tstzrange(?, ?) AND %s ORDER BY lower(slot)
                        """.formatted(BLOCKING))
                .params(clinician.value(), at(period.start()), at(period.end()))
                .query(AppointmentRows::read)
                .list();
    }

    /// Requests that can still be answered, the soonest first.
    public List<StoredAppointment> openRequests(ClinicianId clinician, Instant now) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM appointment WHERE clinician_id = ? AND state = 'REQUESTED' AND lower(slot) > ?
                         ORDER BY lower(slot) LIMIT 100
                        """)
                .params(clinician.value(), at(now))
                .query(AppointmentRows::read)
                .list();
    }

    public Optional<StoredAppointment> nextOfPatient(PatientId patient, Instant now) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM appointment
                        WHERE patient_id = ? AND upper(slot) > ? AND state IN ('REQUESTED', 'CONFIRMED')
                        ORDER BY lower(slot) LIMIT 1
                        """)
                .params(patient.value(), at(now))
                .query(AppointmentRows::read)
                .optional();
    }
}
