package health.visavis.visit.store;

import health.visavis.access.PatientRows;
import health.visavis.access.Subject;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.domain.VisitPlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class Encounters {

    private static final String COLUMNS = """
            id, patient_id, clinician_id, lower(slot) AS starts_at, upper(slot) AS ends_at, status,
            waiting_since, admitted_at, started_at, finished_at, cancelled_at
            """;

    private final JdbcClient jdbc;
    private final PatientRows rows;

    Encounters(JdbcClient jdbc, PatientRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /// @return whether it is new; the same visit twice is one
    public boolean add(Encounter.Planned encounter) {
        var plan = encounter.plan();
        return rows.sql("""
                        INSERT INTO encounter (id, patient_id, clinician_id, slot, status)
                        VALUES (?, ?, ?, tstzrange(?, ?, '[)'), 'planned')
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .params(
                                encounter.id().value(),
                                plan.patient().value(),
                                plan.clinician().value(),
                                Timestamp.from(plan.slot().start()),
                                Timestamp.from(plan.slot().end()))
                        .update()
                > 0;
    }

    /// Whose visit it is, before anything is granted: for the question whether somebody may act on it.
    public Subject subject(VisitId id) {
        return jdbc.sql("SELECT patient_id, clinician_id FROM encounter_whose(?)")
                .param(id.value())
                .query((row, number) -> Subject.of(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        new ClinicianId(row.getObject("clinician_id", UUID.class)),
                        id.value()))
                .optional()
                .orElseGet(() -> Subject.unknown(id.value()));
    }

    /// For when the visit is planned, before anything is granted; empty when it is over, or there is none.
    public Optional<TimeSlot> timeUntilOver(VisitId id) {
        return jdbc.sql("SELECT starts_at, ends_at FROM encounter_time_until_over(?)")
                .param(id.value())
                .query((row, number) -> slot(row))
                .optional();
    }

    public Optional<Encounter> find(VisitId id) {
        return rows.sql("SELECT " + COLUMNS + " FROM encounter WHERE id = ?")
                .param(id.value())
                .query(Encounters::encounter)
                .optional();
    }

    /// For a move: nobody else moves it until this transaction ends. Only ids that access has let through get here.
    public Encounter locked(VisitId id) {
        return rows.sql("SELECT " + COLUMNS + " FROM encounter WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(Encounters::encounter)
                .single();
    }

    public void save(Encounter encounter) {
        var row = Row.of(encounter);
        rows.sql("""
                        UPDATE encounter
                        SET status = :status, slot = tstzrange(:start, :end, '[)'), waiting_since = :waitingSince,
                            admitted_at = :admittedAt, started_at = :startedAt, finished_at = :finishedAt,
                            cancelled_at = :cancelledAt
                        WHERE id = :id
                        """)
                .param("status", encounter.fhirStatus())
                .param("start", Timestamp.from(encounter.plan().slot().start()))
                .param("end", Timestamp.from(encounter.plan().slot().end()))
                .param("waitingSince", timestamp(row.waitingSince()))
                .param("admittedAt", timestamp(row.admittedAt()))
                .param("startedAt", timestamp(row.startedAt()))
                .param("finishedAt", timestamp(row.finishedAt()))
                .param("cancelledAt", timestamp(row.cancelledAt()))
                .param("id", encounter.id().value())
                .update();
    }

    /// Everybody who waits or is being seen, and the visits planned to start in `today`, in the order of their
    /// times.
    public List<Encounter> openOf(Collection<ClinicianId> clinicians, TimeSlot today) {
        return rows.sql("SELECT " + COLUMNS + """
                         FROM encounter
                        WHERE clinician_id = ANY(?)
                          AND (status IN ('arrived', 'in-progress')
                               OR (status = 'planned' AND lower(slot) >= ? AND lower(slot) < ?))
                        ORDER BY starts_at
                        """)
                .params(
                        clinicians.stream().map(ClinicianId::value).toArray(UUID[]::new),
                        Timestamp.from(today.start()),
                        Timestamp.from(today.end()))
                .query(Encounters::encounter)
                .list();
    }

    public List<Encounter> unfinishedIn(TimeSlot time) {
        return rows.sql("SELECT " + COLUMNS + """
                         FROM encounter
                        WHERE status IN ('planned', 'arrived', 'in-progress') AND lower(slot) >= ? AND lower(slot) < ?
                        ORDER BY starts_at, id
                        """)
                .params(Timestamp.from(time.start()), Timestamp.from(time.end()))
                .query(Encounters::encounter)
                .list();
    }

    private static Encounter encounter(ResultSet row, int number) throws SQLException {
        var id = new VisitId(row.getObject("id", UUID.class));
        var plan = new VisitPlan(
                new AppointmentId(id.value()),
                new PatientId(row.getObject("patient_id", UUID.class)),
                new ClinicianId(row.getObject("clinician_id", UUID.class)),
                slot(row));
        var status = row.getString("status");
        return switch (status) {
            case "planned" -> new Encounter.Planned(id, plan);
            case "arrived" -> new Encounter.Arrived(id, plan, instant(row, "waiting_since"));
            case "in-progress" -> new Encounter.InProgress(id, plan, instant(row, "admitted_at"));
            case "finished" ->
                new Encounter.Finished(id, plan, instant(row, "started_at"), instant(row, "finished_at"));
            case "cancelled" -> new Encounter.Cancelled(id, plan, instant(row, "cancelled_at"));
            default -> throw new IllegalStateException("Unknown status of encounter " + id);
        };
    }

    private static TimeSlot slot(ResultSet row) throws SQLException {
        return new TimeSlot(instant(row, "starts_at"), instant(row, "ends_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private record Row(
            @Nullable Instant waitingSince,
            @Nullable Instant admittedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant cancelledAt) {

        static Row of(Encounter encounter) {
            return switch (encounter) {
                case Encounter.Planned planned -> new Row(null, null, null, null, null);
                case Encounter.Arrived arrived -> new Row(arrived.waitingSince(), null, null, null, null);
                case Encounter.InProgress inProgress -> new Row(null, inProgress.admittedAt(), null, null, null);
                case Encounter.Finished finished ->
                    new Row(null, null, finished.startedAt(), finished.finishedAt(), null);
                case Encounter.Cancelled cancelled -> new Row(null, null, null, null, cancelled.cancelledAt());
            };
        }
    }
}
