package health.visavis.messaging.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.visavis.access.Action;
import health.visavis.access.PatientRows;
import health.visavis.access.Permission;
import health.visavis.access.Subject;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.ThreadId;
import health.visavis.messaging.UnreadNotices.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Conversations, who takes part in them, and how far each has read.
@Repository
public class Threads {

    /// What never changes about a thread.
    public record Facts(ThreadId id, PatientId patient, ClinicianId clinician) {}

    public record ThreadRow(
            ThreadId id,
            PatientId patient,
            ClinicianId clinician,
            @Nullable AppointmentId appointment,
            long lastSequence,
            @Nullable Instant lastMessageAt,
            long unread) {}

    private static final String SUMMARY = """
            SELECT thread.id, thread.patient_id, thread.clinician_id, thread.appointment_id, thread.last_sequence,
                   thread.last_message_at,
                   coalesce(thread.last_sequence - own.last_read, 0) AS unread
              FROM message_thread thread
              LEFT JOIN thread_participant own ON own.thread_id = thread.id AND own.person_id = :viewer
            """;

    private final JdbcClient jdbc;
    private final PatientRows rows;
    private final Cache<ThreadId, Facts> known =
            Caffeine.newBuilder().maximumSize(20_000).build();

    Threads(JdbcClient jdbc, PatientRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /// What to ask of access about this thread; one that does not exist is asked about as one that may not be seen.
    public Permission permission(Action action, ThreadId thread) {
        return facts(thread)
                .map(facts -> action.of(facts.patient(), thread.value()))
                .orElseGet(() -> action.on(Subject.unknown(thread.value())));
    }

    public Optional<Facts> facts(ThreadId thread) {
        var cached = known.getIfPresent(thread);
        if (cached != null) {
            return Optional.of(cached);
        }
        var found = jdbc.sql("SELECT patient_id, clinician_id FROM message_thread_whose(?)")
                .param(thread.value())
                .query((row, number) -> new Facts(
                        thread,
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        new ClinicianId(row.getObject("clinician_id", UUID.class))))
                .optional();
        found.ifPresent(facts -> known.put(thread, facts));
        return found;
    }

    /// Of two that open the same conversation, both get the one that came first.
    public ThreadId open(
            PatientId patient,
            ClinicianId clinician,
            @Nullable AppointmentId appointment,
            Collection<PersonId> participants,
            Instant at) {
        rows.sql("""
                        INSERT INTO message_thread (id, patient_id, clinician_id, appointment_id, created_at)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .param(ThreadId.next().value())
                .param(patient.value())
                .param(clinician.value())
                .param(appointment == null ? null : appointment.value())
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
        var thread = rows.sql("""
                        SELECT id FROM message_thread
                         WHERE patient_id = ? AND clinician_id = ? AND appointment_id IS NOT DISTINCT FROM ?::uuid
                        """)
                .param(patient.value())
                .param(clinician.value())
                .param(appointment == null ? null : appointment.value())
                .query(UUID.class)
                .single();
        rows.sql("""
                        INSERT INTO thread_participant (thread_id, person_id)
                        SELECT ?, unnest(?::uuid[])
                        ON CONFLICT DO NOTHING
                        """)
                .params(thread, participants.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
        return new ThreadId(thread);
    }

    public Optional<ThreadRow> summary(ThreadId thread, PersonId viewer) {
        return rows.sql(SUMMARY + " WHERE thread.id = :thread")
                .param("viewer", viewer.value())
                .param("thread", thread.value())
                .query(Threads::thread)
                .optional();
    }

    public List<ThreadRow> ofPatients(Collection<PatientId> patients, PersonId viewer, int limit) {
        return rows.sql(SUMMARY + """
                         WHERE thread.patient_id = ANY (:patients)
                         ORDER BY coalesce(thread.last_message_at, thread.created_at) DESC, thread.id
                         LIMIT :limit
                        """)
                .param("viewer", viewer.value())
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .param("limit", limit)
                .query(Threads::thread)
                .list();
    }

    public Optional<Instant> lastMessageBetween(PatientId patient, ClinicianId clinician) {
        return rows.sql("""
                        SELECT max(last_message_at) AS last_message_at FROM message_thread
                         WHERE patient_id = ? AND clinician_id = ?
                        """)
                .params(patient.value(), clinician.value())
                .query((row, number) -> Optional.ofNullable(row.getObject("last_message_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    public long unread(PersonId person) {
        return rows.sql("""
                        SELECT coalesce(sum(thread.last_sequence - own.last_read), 0)
                          FROM thread_participant own JOIN message_thread thread ON thread.id = own.thread_id
                         WHERE own.person_id = ?
                        """).param(person.value()).query(Long.class).single();
    }

    /// Whether this moved anything.
    public boolean markRead(ThreadId thread, PersonId person, long upTo) {
        return rows.sql("""
                        UPDATE thread_participant own
                           SET last_read = least(?, thread.last_sequence)
                          FROM message_thread thread
                         WHERE own.thread_id = ? AND own.person_id = ? AND thread.id = own.thread_id
                           AND own.last_read < least(?, thread.last_sequence)
                        """).params(upTo, thread.value(), person.value(), upTo).update() > 0;
    }

    public List<Notice> claimNotices(Instant unreadSince, Instant notToldSince, Instant now, int limit) {
        return rows.sql("""
                        WITH due AS (
                          SELECT own.thread_id, own.person_id, thread.last_sequence
                            FROM thread_participant own
                            JOIN message_thread thread ON thread.id = own.thread_id
                            JOIN message oldest ON oldest.thread_id = own.thread_id AND oldest.sequence = own.last_read + 1
                           WHERE oldest.sent_at <= :unreadSince
                             AND thread.last_sequence > own.notified_up_to
                             AND (own.notified_at IS NULL OR own.notified_at <= :notToldSince)
                           ORDER BY own.thread_id, own.person_id
                           LIMIT :limit
                             FOR UPDATE OF own SKIP LOCKED
                        )
                        UPDATE thread_participant own
                           SET notified_up_to = due.last_sequence, notified_at = :now
                          FROM due
                         WHERE own.thread_id = due.thread_id AND own.person_id = due.person_id
                        RETURNING own.thread_id, own.person_id, own.notified_up_to
                        """)
                .param("unreadSince", unreadSince.atOffset(ZoneOffset.UTC))
                .param("notToldSince", notToldSince.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> new Notice(
                        new ThreadId(row.getObject("thread_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getLong("notified_up_to")))
                .list();
    }

    private static ThreadRow thread(ResultSet row, int number) throws SQLException {
        var appointment = row.getObject("appointment_id", UUID.class);
        var lastMessageAt = row.getObject("last_message_at", OffsetDateTime.class);
        return new ThreadRow(
                new ThreadId(row.getObject("id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                new ClinicianId(row.getObject("clinician_id", UUID.class)),
                appointment == null ? null : new AppointmentId(appointment),
                row.getLong("last_sequence"),
                lastMessageAt == null ? null : lastMessageAt.toInstant(),
                row.getLong("unread"));
    }
}
